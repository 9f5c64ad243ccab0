package dev.sluice.pdf.budget;

import java.io.IOException;
import org.apache.pdfbox.cos.COSInputStream;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.io.RandomAccessStreamCache;

/** A stream that is looked at before PDFBox decodes it into memory. */
final class BoundedStream extends COSStream {

  private final DecodedSizeGuard guard;

  BoundedStream(RandomAccessStreamCache cache, RandomAccessReadView view, DecodedSizeGuard guard)
      throws IOException {
    super(cache, view);
    this.guard = guard;
  }

  @Override
  public COSInputStream createInputStream(DecodeOptions options) throws IOException {
    guard.check(this);
    return super.createInputStream(options);
  }

  @Override
  public RandomAccessRead createView() throws IOException {
    guard.check(this);
    return super.createView();
  }
}
