package dev.sluice.pdf;

import java.nio.file.Path;

/**
 * What a fork has of the machine.
 *
 * @param own the folder in which it may write
 * @param fonts where it notes the system's fonts
 * @param program the one program of the system that it may start; empty for none
 * @param seen what else it may read
 */
record ForkRoom(Path own, Path fonts, String program, SeenFiles seen) {

  /** Largest number of its processes and threads: a JVM has some twenty, Tesseract four. */
  static final String THREADS = "256:256";

  /** The folder in which it finds the document at hand. */
  Path document() {
    return own.resolve("document");
  }
}
