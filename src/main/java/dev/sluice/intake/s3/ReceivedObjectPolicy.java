package dev.sluice.intake.s3;

/** Decides what becomes of an object once it is received. */
public enum ReceivedObjectPolicy {
  /** It is moved to another prefix. */
  MOVE,
  /** It is deleted; a refused object is moved nevertheless. */
  DELETE,
  /** It stays, and so does a refused object; neither is taken again. */
  LEAVE
}
