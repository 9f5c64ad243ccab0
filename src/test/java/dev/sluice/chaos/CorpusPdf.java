package dev.sluice.chaos;

import dev.sluice.guarantee.SentDocument;

/** A document with its bytes, as its sender has it. */
record CorpusPdf(SentDocument document, byte[] bytes) {

  String fileName() {
    return document.name() + ".pdf";
  }

  String owner() {
    return document.owner();
  }
}
