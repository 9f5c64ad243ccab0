package dev.sluice.it;

/** A way into Sluice. */
public enum Door {
  UPLOAD,
  BULK_UPLOAD,
  PIECES,
  ZIP_IN_PIECES,
  ZIP,
  BUCKET,
  FOLDER
}
