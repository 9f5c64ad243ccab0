package dev.sluice.intake.s3;

/** What becomes of an object once it is received. */
public enum ReceivedObjectPolicy {
  /** It goes to another prefix. */
  MOVE,
  /** It goes; what was refused is moved nevertheless. */
  DELETE,
  /** It stays, and so does what was refused; neither is taken again. */
  LEAVE
}
