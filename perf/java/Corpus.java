import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/**
 * Draws a folder of PDFs, small ones unless told how many pages. A document depends on the seed and
 * its number, on nothing else.
 */
public final class Corpus {

  private static final String[] SYLLABLES =
      "ra ne tor la mi sen de ko al is ver an tu pel or est ga lin du mar".split(" ");
  private static final float MARGIN = 50;
  private static final float TOP = 780;
  private static final float LEADING = 13;

  private final SplittableRandom random;
  private final PDDocument document = new PDDocument();
  private final PDFont text;
  private final PDFont heading;

  private Corpus(long seed) {
    random = new SplittableRandom(seed);
    boolean times = random.nextBoolean();
    text = new PDType1Font(times ? FontName.TIMES_ROMAN : FontName.HELVETICA);
    heading = new PDType1Font(times ? FontName.TIMES_BOLD : FontName.HELVETICA_BOLD);
    document.setDocumentId(seed); // else PDFBox takes the time, and no two runs were alike
  }

  public static void main(String[] arguments) throws IOException {
    int count = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Path folder = Files.createDirectories(Path.of(arguments[2]));
    int pages = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
    IntStream.range(0, count).parallel().forEach(number -> write(folder, seed, number, pages));
  }

  private static void write(Path folder, long seed, int number, int pages) {
    Corpus corpus = new Corpus(seed * 1_000_003 + number);
    try (corpus.document) {
      corpus.draw("Report %d of series %d".formatted(number, seed), pages);
      corpus.document.save(folder.resolve("%05d.pdf".formatted(number)).toFile());
    } catch (IOException e) {
      throw new IllegalStateException("document " + number, e);
    }
  }

  private void draw(String title, int given) throws IOException {
    document.getDocumentInformation().setTitle(title);
    int usual = chance(5) ? random.nextInt(10, 31) : 1 + random.nextInt(5) * random.nextInt(5) / 4;
    int pages = given > 0 ? given : usual;
    for (int page = 1; page <= pages; page++) {
      drawPage(title + ", page " + page);
    }
  }

  private void drawPage(String title) throws IOException {
    PDPage page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      float y = drawText(content, heading, 16, TOP, 1, title);
      y = drawText(content, text, 10, y, random.nextInt(8, 30), null);
      if (chance(30)) {
        y = drawTable(content, y - LEADING);
      }
      if (chance(10)) {
        content.drawImage(LosslessFactory.createFromImage(document, image()), MARGIN, 40, 120, 90);
      }
    }
  }

  /** Writes lines of the given text, or of words that occur to it; says how far down it got. */
  private float drawText(
      PDPageContentStream content, PDFont font, float size, float y, int lines, String given)
      throws IOException {
    content.beginText();
    content.setFont(font, size);
    content.setLeading(LEADING);
    content.newLineAtOffset(MARGIN, y);
    for (int line = 0; line < lines; line++) {
      content.showText(given == null ? words(12) : given);
      content.newLine();
    }
    content.endText();
    return y - (lines + 1) * LEADING;
  }

  private float drawTable(PDPageContentStream content, float top) throws IOException {
    int rows = random.nextInt(4, 16);
    int columns = random.nextInt(3, 7);
    float width = 480f / columns;
    for (int row = 0; row <= rows; row++) {
      line(content, MARGIN, top - row * LEADING, MARGIN + 480, top - row * LEADING);
    }
    for (int column = 0; column <= columns; column++) {
      float x = MARGIN + column * width;
      line(content, x, top, x, top - rows * LEADING);
      for (int row = 1; row <= rows && column < columns; row++) {
        cell(content, x + 3, top - row * LEADING + 3);
      }
    }
    return top - (rows + 1) * LEADING;
  }

  private void line(PDPageContentStream content, float x1, float y1, float x2, float y2)
      throws IOException {
    content.moveTo(x1, y1);
    content.lineTo(x2, y2);
    content.stroke();
  }

  private void cell(PDPageContentStream content, float x, float y) throws IOException {
    content.beginText();
    content.setFont(text, 8);
    content.newLineAtOffset(x, y);
    content.showText(chance(50) ? words(1) : String.valueOf(random.nextInt(100_000)));
    content.endText();
  }

  private BufferedImage image() {
    BufferedImage image = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
    int colour = random.nextInt();
    for (int y = 0; y < 120; y++) {
      for (int x = 0; x < 160; x++) {
        image.setRGB(x, y, colour + x * y + random.nextInt(8)); // compresses about as a photo
      }
    }
    return image;
  }

  private String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < count; word++) {
      words.append(word == 0 ? "" : " ");
      for (int syllable = random.nextInt(1, 4); syllable > 0; syllable--) {
        words.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
    }
    return words.toString();
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }
}
