package dev.sluice.intake;

import dev.sluice.model.document.NewDocument;
import java.io.File;
import java.nio.file.Path;

/** A document that came in by a door and lies on local disk, ready to be received. */
public record Arrival(NewDocument document, Path path) {

  /** The bytes, as the object store's client wants them. */
  public File file() {
    return path.toFile();
  }
}
