package dev.sluice.pdf.graphics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.pdf.table.Ruling;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class RulingCollectorTest {

  private interface Drawing {
    void draw(PDPageContentStream content) throws IOException;
  }

  private final PDPage page = new PDPage(new PDRectangle(100, 200, 400, 600));

  @Test
  void seesStrokesFromTheUpperLeftCornerOfThePage() throws IOException {
    List<Ruling> rulings = drawn(content -> stroke(content, 150, 700, 350, 700));

    assertThat(rulings).containsExactly(new Ruling(50, 100, 250, 100, 1));
  }

  @Test
  void seesThinFilledRectangles() throws IOException {
    List<Ruling> rulings = drawn(content -> fill(content, 150, 500, 0.5f, 200));

    assertThat(rulings).containsExactly(new Ruling(50.25f, 100, 50.25f, 300, 0.5f));
  }

  @Test
  void seesTheEdgesOfAreas() throws IOException {
    assertThat(drawn(content -> fill(content, 150, 500, 100, 20)))
        .containsExactly(
            new Ruling(50, 280, 150, 280, 0),
            new Ruling(50, 300, 150, 300, 0),
            new Ruling(50, 280, 50, 300, 0),
            new Ruling(150, 280, 150, 300, 0));
  }

  @Test
  void turnsWithThePage() throws IOException {
    page.setRotation(90);

    List<Ruling> rulings = drawn(content -> stroke(content, 150, 700, 350, 700));

    assertThat(rulings).containsExactly(new Ruling(500, 50, 500, 250, 1));
  }

  @Test
  void leavesOutInvisibleLines() throws IOException {
    assertThat(
            drawn(
                content -> {
                  content.setStrokingColor(1f, 1f, 1f);
                  stroke(content, 150, 700, 350, 700);
                  content.setNonStrokingColor(1f);
                  fill(content, 150, 500, 0.5f, 200);
                  content.setNonStrokingColor(0f, 0f, 0f, 0f);
                  fill(content, 150, 500, 0.5f, 200);
                }))
        .isEmpty();
  }

  @Test
  void cutsWhatIsClipped() throws IOException {
    List<Ruling> rulings =
        drawn(
            content -> {
              content.saveGraphicsState();
              content.addRect(200, 650, 100, 100);
              content.clip();
              stroke(content, 150, 700, 350, 700);
              stroke(content, 150, 600, 350, 600);
              content.restoreGraphicsState();
              stroke(content, 150, 500, 350, 500);
            });

    assertThat(rulings).hasSize(2);
    assertThat(rulings.get(0).x1()).isCloseTo(100, within(1.1f));
    assertThat(rulings.get(0).x2()).isCloseTo(200, within(1.1f));
    assertThat(rulings.get(1).length()).isEqualTo(200);
  }

  @Test
  void leavesOutSlantedLinesAndCurves() throws IOException {
    assertThat(
            drawn(
                content -> {
                  stroke(content, 150, 700, 350, 600);
                  content.moveTo(150, 500);
                  content.curveTo(200, 500, 250, 500, 300, 500);
                  content.stroke();
                }))
        .isEmpty();
  }

  @Test
  void saysThatItLeftOutLinesOfADrawing() throws IOException {
    RulingCollector collector =
        collect(
            content -> {
              for (int line = 0; line <= RulingCollector.MAX_RULINGS; line++) {
                stroke(content, 150, 700, 350, 700);
              }
            });

    assertThat(collector.rulings()).hasSize(RulingCollector.MAX_RULINGS);
    assertThat(collector.isCut()).isTrue();
  }

  private static void stroke(PDPageContentStream content, float x1, float y1, float x2, float y2)
      throws IOException {
    content.moveTo(x1, y1);
    content.lineTo(x2, y2);
    content.stroke();
  }

  private static void fill(PDPageContentStream content, float x, float y, float w, float h)
      throws IOException {
    content.addRect(x, y, w, h);
    content.fill();
  }

  private List<Ruling> drawn(Drawing drawing) throws IOException {
    return collect(drawing).rulings();
  }

  private RulingCollector collect(Drawing drawing) throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        drawing.draw(content);
      }
      RulingCollector collector = new RulingCollector();
      collector.startPage(page);
      PDFTextStripper engine = new PDFTextStripper();
      collector.operators(engine).forEach(engine::addOperator);
      engine.getText(document);
      return collector;
    }
  }
}
