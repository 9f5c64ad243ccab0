package dev.sluice.intake.s3;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;

/** Reads an object's bytes. Closing early drops the connection instead of reading the rest. */
final class ObjectStream extends FilterInputStream {

  private final ResponseInputStream<?> object;
  private boolean ended;

  ObjectStream(ResponseInputStream<?> object) {
    super(object);
    this.object = object;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    ended |= next < 0;
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    ended |= count < 0;
    return count;
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      object.close();
    } else {
      object.abort();
    }
  }
}
