import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Damages a PDF in a few places. What comes out depends on the seed and the files alone. */
final class DamagedPdf {

  private static final Pattern NUMBER = Pattern.compile("(?<![\\w.#])-?\\d+(\\.\\d+)?(?![\\w.])");
  private static final Pattern NAME = Pattern.compile("/[A-Za-z][A-Za-z0-9]*");
  private static final Pattern REFERENCE = Pattern.compile("\\d+ 0 R");
  private static final Pattern STREAM =
      Pattern.compile("stream\r?\n(.*?)endstream", Pattern.DOTALL);
  private static final String[] NUMBERS =
      ("0 -1 1 2 255 65536 2147483647 -2147483648 4294967296 99999999999999999999 "
              + "0.00000001 1000000000.5 3.4e38 1e-40 --5 + .")
          .split(" ");
  private static final String[] NAMES =
      ("/Page /Pages /Font /Type0 /Type1 /Type3 /TrueType /CIDFontType2 /XObject "
              + "/Form /Image /ObjStm /XRef /FlateDecode /LZWDecode /ASCII85Decode /DCTDecode "
              + "/CCITTFaxDecode /JBIG2Decode /Crypt /Identity-H /Kids /Parent /Length /Prev "
              + "/Encrypt /DescendantFonts /ToUnicode /Widths /W /Contents /Resources /Pattern")
          .split(" ");
  private static final String[] OPENINGS = {
    "[", "<<", "(", "q ", "BT ", "<< /A ", "/A BMC ", "[<<", "{"
  };

  private final SplittableRandom random;
  private final byte[] other;
  private byte[] bytes;

  DamagedPdf(byte[] original, byte[] other, long seed) {
    this.bytes = original.clone();
    this.other = other;
    this.random = new SplittableRandom(seed);
  }

  byte[] make() {
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes && bytes.length > 20; change++) {
      change(random.nextInt(14));
    }
    return bytes;
  }

  private void change(int kind) {
    switch (kind) {
      case 0 -> flip();
      case 1 -> delete();
      case 2 -> splice(other);
      case 3 -> splice(bytes);
      case 4 -> replaceSome(NUMBER, NUMBERS);
      case 5 -> replaceSome(NAME, NAMES);
      case 6 -> cutOff();
      case 7 -> damageEnd();
      case 8 -> nest();
      case 9 -> redirect();
      default -> changeStream();
    }
  }

  private void flip() {
    int count = 1 + random.nextInt(32);
    for (int at = 0; at < count; at++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
  }

  private void delete() {
    int from = random.nextInt(bytes.length);
    put(from, Math.min(bytes.length, from + length()), new byte[0]);
  }

  private void splice(byte[] source) {
    int from = random.nextInt(source.length);
    byte[] piece = Arrays.copyOfRange(source, from, Math.min(source.length, from + length()));
    int at = random.nextInt(bytes.length);
    put(at, Math.min(bytes.length, at + (random.nextBoolean() ? 0 : piece.length)), piece);
  }

  private void nest() {
    String opening = OPENINGS[random.nextInt(OPENINGS.length)];
    int at = random.nextInt(bytes.length);
    put(at, at, ascii(opening.repeat(1 << random.nextInt(18))));
  }

  /** Mostly near the end: of what ends early, little is left to go wrong. */
  private void cutOff() {
    int most = random.nextInt(4) == 0 ? bytes.length - 20 : Math.min(bytes.length - 20, 2000);
    bytes = Arrays.copyOf(bytes, bytes.length - random.nextInt(most + 1));
  }

  private void damageEnd() {
    int from = Math.max(0, bytes.length - 1 - random.nextInt(2000));
    for (int at = from; at < bytes.length; at++) {
      if (bytes[at] >= '0' && bytes[at] <= '9' && random.nextInt(8) == 0) {
        bytes[at] = (byte) ('0' + random.nextInt(10));
      }
    }
  }

  /** A reference to another object: a cycle, or a thing of the wrong kind. */
  private void redirect() {
    replaceSome(
        REFERENCE, new String[] {(1 + random.nextInt(30)) + " 0 R", "1 0 R", "2 0 R", "3 0 R"});
  }

  private void replaceSome(Pattern pattern, String... by) {
    List<int[]> found = found(pattern);
    for (int time = 1 + random.nextInt(3); time > 0 && !found.isEmpty(); time--) {
      int[] place = found.remove(random.nextInt(found.size()));
      if (place[1] <= bytes.length) {
        put(place[0], place[1], ascii(by[random.nextInt(by.length)]));
      }
    }
  }

  /** Inflates a stream, damages what is in it and deflates it again. */
  private void changeStream() {
    List<int[]> found = found(STREAM);
    if (found.isEmpty()) {
      flip();
      return;
    }
    int[] place = found.get(random.nextInt(found.size()));
    byte[] raw = Arrays.copyOfRange(bytes, place[0], place[1]);
    byte[] content = inflated(raw);
    byte[] from = content == null ? raw : content;
    if (from.length <= 20) {
      return;
    }
    DamagedPdf inner = new DamagedPdf(from, other, random.nextLong());
    inner.change(inner.random.nextInt(9));
    put(place[0], place[1], content == null ? inner.bytes : deflated(inner.bytes));
  }

  private List<int[]> found(Pattern pattern) {
    Matcher matcher = pattern.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    List<int[]> found = new ArrayList<>();
    while (matcher.find() && found.size() < 100_000) {
      int group = matcher.groupCount() == 1 && pattern == STREAM ? 1 : 0;
      found.add(new int[] {matcher.start(group), matcher.end(group)});
    }
    return found;
  }

  private void put(int from, int to, byte[] piece) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + piece.length);
    out.write(bytes, 0, from);
    out.writeBytes(piece);
    out.write(bytes, to, bytes.length - to);
    bytes = out.toByteArray();
  }

  private int length() {
    return 1 << random.nextInt(14);
  }

  private static byte[] inflated(byte[] raw) {
    Inflater inflater = new Inflater();
    inflater.setInput(raw);
    byte[] buffer = new byte[4 << 20];
    try {
      int length = inflater.inflate(buffer);
      return length > 0 ? Arrays.copyOf(buffer, length) : null;
    } catch (DataFormatException notDeflated) {
      return null;
    } finally {
      inflater.end();
    }
  }

  private static byte[] deflated(byte[] content) {
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    byte[] buffer = new byte[content.length + 1000];
    int length = deflater.deflate(buffer);
    deflater.end();
    return Arrays.copyOf(buffer, length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
