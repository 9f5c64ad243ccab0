package dev.sluice.pdf;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.PageText;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.PageWords;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Programs that a parent must not trust, in place of the real fork. */
final class FakeForks {

  private FakeForks() {}

  private static final int PAGES = 3;

  private static DataOutputStream ready() throws IOException {
    DataOutputStream out = new DataOutputStream(System.out);
    new ForkFrame(ForkFrame.Type.READY, new byte[0]).writeTo(out);
    return out;
  }

  private static DataOutputStream readyAndAsked() throws IOException {
    DataOutputStream out = ready();
    asked(out);
    return out;
  }

  private static ParseRequest asked(DataOutputStream out) throws IOException {
    return ParseRequest.of(request(out));
  }

  private static ForkFrame request(DataOutputStream out) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    ForkFrame frame = ForkFrame.readFrom(in);
    while (frame.type() == ForkFrame.Type.PING) {
      new ForkFrame(ForkFrame.Type.READY, new byte[0]).writeTo(out);
      frame = ForkFrame.readFrom(in);
    }
    return frame;
  }

  private static void open(int pages, DataOutputStream out) throws IOException {
    ForkFrameCodec.opened(
            new DocumentMetadata(
                pages, null, null, null, null, null, null, null, null, null, false, List.of(),
                List.of()))
        .writeTo(out);
  }

  private static void sendPage(int number, DataOutputStream out) throws IOException {
    ForkFrameCodec.page(PageContent.of(new PageText(number, 1, 1, 0, "Page " + number)))
        .writeTo(out);
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
      out.writeByte(ForkFrame.Type.PAGE.ordinal());
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
      open(Integer.MAX_VALUE, out);
      for (int number = 1; true; number++) {
        sendPage(number, out);
      }
    }
  }

  /** Sends a page before it has opened the document. */
  static final class Hasty {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      sendPage(1, out);
      System.in.transferTo(System.err);
    }
  }

  /** Sends the first page whatever it is asked for. */
  static final class Repeating {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      open(PAGES, out);
      while (true) {
        sendPage(1, out);
      }
    }
  }

  /** Says that it is done although it has read nothing. */
  static final class Lazy {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      open(PAGES, out);
      ForkFrameCodec.done().writeTo(out);
      System.in.transferTo(System.err);
    }
  }

  /** Sends pages slowly, with signs of life but hardly an end. */
  static final class Dawdling {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = readyAndAsked();
      open(100, out);
      for (int number = 1; number <= 100; number++) {
        sendPage(number, out);
        LockSupport.parkNanos(100_000_000);
      }
    }
  }

  /** Is gone at the second page, but only the first time. */
  static final class DiesOnce {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = ready();
      while (true) {
        ParseRequest request = asked(out);
        open(PAGES, out);
        for (int number = request.pages().from(); number <= PAGES; number++) {
          if (number == 2
              && Path.of("").toAbsolutePath().resolveSibling("died").toFile().createNewFile()) {
            Runtime.getRuntime().halt(137);
          }
          sendPage(number, out);
        }
        ForkFrameCodec.done().writeTo(out);
      }
    }
  }

  /** Finds the same text in every document. */
  static final class Obedient {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = ready();
      while (true) {
        asked(out);
        open(1, out);
        ForkFrameCodec.page(PageContent.of(new PageText(1, 1, 1, 0, Outcomes.ALIVE))).writeTo(out);
        ForkFrameCodec.done().writeTo(out);
      }
    }
  }

  /** Answers every request with the words of the second page. */
  static final class Mistaken {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = ready();
      PageText second = new PageText(2, 1, 1, 0, "");
      while (true) {
        request(out);
        ForkFrameCodec.words(new PageWords(second, List.of())).writeTo(out);
      }
    }
  }

  /** Of five pages, the first does no harm. */
  static final class Poisoned {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = ready();
      ParseRequest request = asked(out);
      open(5, out);
      if (request.pages().from() == 1) {
        sendPage(1, out);
      }
      Runtime.getRuntime().halt(3); // as by -XX:+ExitOnOutOfMemoryError
    }
  }

  /** Sends the first page and no more. */
  static final class SilentAtTheSecondPage {
    public static void main(String[] args) throws IOException {
      DataOutputStream out = ready();
      ParseRequest request = asked(out);
      open(PAGES, out);
      if (request.pages().from() == 1) {
        sendPage(1, out);
      }
      System.in.transferTo(System.err);
    }
  }
}
