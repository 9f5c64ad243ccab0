package dev.sluice.chaos;

import dev.sluice.fixture.Pdfs;
import dev.sluice.guarantee.SentDocument;
import dev.sluice.guarantee.SentDocument.Nature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Draws documents that all differ: mostly good ones, some bad, very few that harm a parser. */
final class Corpus {

  static final List<String> OWNERS = List.of("ada", "grace", "linus");

  private static final int MAX_PAGES = 5;

  /** Some MB instead of some kB. */
  private static final int LARGE_ONE_IN = 60;

  private static final int BAD_ONE_IN = 12;
  private static final int HARMFUL_ONE_IN = 150;

  private final Random random;
  private final Path folder;

  Corpus(long seed, Path folder) {
    this.random = new Random(seed);
    this.folder = folder;
  }

  List<CorpusPdf> draw(int count) {
    return IntStream.range(0, count).mapToObj(this::paper).toList();
  }

  private CorpusPdf paper(int number) {
    String name = "d%05d".formatted(number);
    // The first ones see to it that each kind is there, however few there are.
    if (number < 2 || number % HARMFUL_ONE_IN == 0) {
      int sort = number < 2 ? number : number / HARMFUL_ONE_IN;
      return paper(name, Nature.POISON, List.of(), sort % 2 == 0 ? Pdfs.hanging() : hungry());
    }
    if (number < 6 || number % BAD_ONE_IN == 0) {
      return paper(name, Nature.INVALID, List.of(), bad(number / (number < 6 ? 1 : BAD_ONE_IN)));
    }
    if (number < 8 || number % LARGE_ONE_IN == 1) {
      String text = marker(name, 1);
      return paper(name, Nature.VALID, List.of(text), large(text));
    }
    List<String> pages =
        IntStream.rangeClosed(1, 1 + random.nextInt(MAX_PAGES))
            .mapToObj(page -> marker(name, page))
            .toList();
    return paper(name, Nature.VALID, pages, Pdfs.withText(pages.toArray(String[]::new)));
  }

  private String marker(String name, int page) {
    return "heron %s page %d %08x".formatted(name, page, random.nextInt());
  }

  private static byte[] bad(int sort) {
    return switch (sort % 4) {
      case 0 -> "Dear reader, this is no PDF.".getBytes(StandardCharsets.US_ASCII);
      case 1 -> Pdfs.passwordNeeded();
      case 2 -> Pdfs.garbageWithHeader();
      default -> Pdfs.truncated();
    };
  }

  private byte[] large(String text) {
    long size = 1_000_000 + random.nextInt(3_000_000);
    return written(file -> Pdfs.ofSize(file, text, size));
  }

  private byte[] hungry() {
    return written(Pdfs::memoryHungry);
  }

  private byte[] written(Consumer<Path> writing) {
    try {
      Path file = Files.createTempFile(folder, "drawn", ".pdf");
      writing.accept(file);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private CorpusPdf paper(String name, Nature nature, List<String> pages, byte[] bytes) {
    String owner = OWNERS.get(random.nextInt(OWNERS.size()));
    byte[] unique = unique(bytes, name);
    return new CorpusPdf(new SentDocument(name, owner, sha256(unique), nature, pages), unique);
  }

  /** The same but for a comment behind its end, which readers ignore. */
  private byte[] unique(byte[] bytes, String name) {
    byte[] comment =
        "\n%% %s %08x\n".formatted(name, random.nextInt()).getBytes(StandardCharsets.US_ASCII);
    byte[] both = Arrays.copyOf(bytes, bytes.length + comment.length);
    System.arraycopy(comment, 0, both, bytes.length, comment.length);
    return both;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
