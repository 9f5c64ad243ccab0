package dev.sluice.pdf.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RotatedPageTest {

  private static final float SIZE = 10;

  @Test
  void readsATableWhoseTextRunsUpwards() {
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      words.add(word("row" + row, 100 + row * 14, 700, true));
      words.add(word("10" + row, 100 + row * 14, 500, true));
      words.add(word("20" + row, 100 + row * 14, 300, true));
    }

    assertThat(TestPage.texts(only(words))[1]).containsExactly("row1", "101", "201");
  }

  @Test
  void readsATableWhoseTextRunsDownwards() {
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      words.add(word("row" + row, 300 - row * 14, 100, false));
      words.add(word("10" + row, 300 - row * 14, 300, false));
      words.add(word("20" + row, 300 - row * 14, 500, false));
    }

    assertThat(TestPage.texts(only(words))[3]).containsExactly("row3", "103", "203");
  }

  @Test
  void saysWhereOnThePageTheTableStands() {
    List<Word> words = new ArrayList<>();
    for (int row = 0; row < 4; row++) {
      words.add(word("row" + row, 100 + row * 14, 700, true));
      words.add(word("10" + row, 100 + row * 14, 500, true));
      words.add(word("20" + row, 100 + row * 14, 300, true));
    }

    Table table = only(words);

    Box box = words.stream().map(Word::box).reduce(Box::around).orElseThrow();
    assertThat(table.box()).isEqualTo(box);
    assertThat(table.cells().get(0).words().get(0).box()).isEqualTo(words.get(0).box());
  }

  /** From this y, up or down. */
  private static Word word(String text, float x, float y, boolean up) {
    float length = text.length() * SIZE / 2;
    Box box = new Box(x, up ? y - length : y, SIZE, length);
    return new Word(text, box, box.bottom(), SIZE, false, false);
  }

  private static Table only(List<Word> words) {
    PageLayout page = new PageLayout(1, 595, 842, words, List.of());
    List<Table> tables = new TableFinder().find(page).tables();
    assertThat(tables).hasSize(1);
    return tables.get(0);
  }
}
