package dev.sluice.pdf;

/** Whether pages that are images without text are read by Tesseract. */
public enum OcrMode {
  /** If this machine has it. */
  AUTO,
  /** Yes; without it there is no start. */
  REQUIRED,
  /** No. */
  OFF
}
