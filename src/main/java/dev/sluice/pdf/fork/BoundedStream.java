package dev.sluice.pdf.fork;

import java.io.IOException;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;

/** A stream that is looked at before PDFBox decodes it into memory. */
final class BoundedStream extends COSStream {

  private final DecodedSizeGuard inflation;

  BoundedStream(
      RandomAccessStreamCache cache, RandomAccessReadView view, DecodedSizeGuard inflation)
      throws IOException {
    super(cache, view);
    this.inflation = inflation;
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    inflation.check(this);
    return super.createInputStream(options);
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    inflation.check(this);
    return super.createView();
  }
}
