package dev.sluice.parse;

import dev.sluice.document.PageText;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Programs that a parent must not trust, in place of the real child. */
final class FakeChildren {

  private FakeChildren() {}

  private static DataOutputStream readyAndAsked() throws IOException {
    DataOutputStream out = new DataOutputStream(System.out);
    new Frame(Frame.Type.READY, new byte[0]).writeTo(out);
    Frame.readFrom(new DataInputStream(System.in));
    return out;
  }

  /** Dies before it is ready. */
  static final class ExitsAtOnce {
    public static void main(String[] args) {
      Runtime.getRuntime().halt(7);
    }
  }

  /** Never gets ready. */
  static final class NeverReady {
    public static void main(String[] args) throws IOException {
      System.in.transferTo(System.err);
    }
  }

  /** Takes a request and says nothing. */
  static final class Silent {
    public static void main(String[] args) throws IOException {
      readyAndAsked();
      System.in.transferTo(System.err);
    }
  }

  /** Announces a frame of 2 GB. */
  static final class Boastful {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      out.writeByte(Frame.Type.PAGE.ordinal());
      out.writeInt(Integer.MAX_VALUE);
      out.flush();
      System.in.transferTo(System.err);
    }
  }

  /** Sends text where frames are expected. */
  static final class Babbling {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      out.writeBytes("A library prints something");
      out.flush();
      System.in.transferTo(System.err);
    }
  }

  /** Sends pages as fast as it can and never ends. */
  static final class Endless {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      for (int number = 1; true; number++) {
        FrameCodec.page(new PageText(number, 1, 1, 0, "")).writeTo(out);
      }
    }
  }

  /** Sends the same page again. */
  static final class Repeating {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      while (true) {
        FrameCodec.page(new PageText(1, 1, 1, 0, "again")).writeTo(out);
      }
    }
  }

  /** Sends pages slowly, with signs of life but no end. */
  static final class Dawdling {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      for (int number = 1; true; number++) {
        FrameCodec.page(new PageText(number, 1, 1, 0, "")).writeTo(out);
        LockSupport.parkNanos(100_000_000);
      }
    }
  }
}
