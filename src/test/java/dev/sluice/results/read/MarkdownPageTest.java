package dev.sluice.results.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Block.Kind;
import dev.sluice.pdf.content.Box;
import dev.sluice.results.read.TablePart.PartCell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A page as Markdown. */
class MarkdownPageTest {

  private static final Box BOX = new Box(0, 0, 100, 100);

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();

  @Test
  void hasHeadingsParagraphsAndListsAndLeavesMarginsOut() {
    block(Kind.MARGIN, 0, "Page 1");
    block(Kind.HEADING, 2, "A heading\non two lines");
    block(Kind.PARAGRAPH, 0, "Some\ntext.");
    block(Kind.LIST_ITEM, 1, "1. first");
    block(Kind.LIST_ITEM, 2, "\u2022 below\nit");
    block(Kind.PARAGRAPH, 0, "The end.");

    assertThat(markdown())
        .isEqualTo(
            """
            ## A heading on two lines

            Some
            text.

            1. first
                - below it

            The end.""");
  }

  @Test
  void escapesWhatMarkdownWouldMisread() {
    block(Kind.PARAGRAPH, 0, "# no *heading* <b>\n- no item\n12. none _either_ &amp; a|b");

    assertThat(markdown())
        .isEqualTo(
            "\\# no \\*heading\\* \\<b\\>\n\\- no item\n12\\. none \\_either\\_ \\&amp; a\\|b");
  }

  @Test
  void hasTablesWhereTheyStand() {
    block(Kind.PARAGRAPH, 0, "Before");
    block(Kind.TABLE, 0, "a b c d");
    block(Kind.PARAGRAPH, 0, "Behind");
    TablePart table =
        new TablePart(
            1, BOX, 2, 2, 1, List.of(cell(0, 0, "a|b"), cell(0, 1, "two\nlines"), cell(1, 1, "d")));

    assertThat(new MarkdownPage(text.toString(), blocks, List.of(table)).markdown())
        .isEqualTo(
            """
            Before

            | a\\|b | two lines |
            | --- | --- |
            |  | d |

            Behind""");
  }

  private String markdown() {
    return new MarkdownPage(text.toString(), blocks, List.of()).markdown();
  }

  private void block(Kind kind, int level, String lines) {
    text.append(text.isEmpty() ? "" : "\n");
    int from = text.length();
    text.append(lines);
    blocks.add(new Block(kind, level, from, text.length(), BOX, 10, false));
  }

  private static PartCell cell(int row, int column, String text) {
    return new PartCell(row, column, 1, 1, BOX, text);
  }
}
