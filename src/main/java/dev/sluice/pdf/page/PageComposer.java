package dev.sluice.pdf.page;

import dev.sluice.model.document.PageText;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.graphics.PageBox;
import dev.sluice.pdf.graphics.RulingCollector;
import dev.sluice.pdf.order.PageFlow;
import dev.sluice.pdf.order.PageLine;
import dev.sluice.pdf.table.FoundTables;
import dev.sluice.pdf.table.PageLayout;
import dev.sluice.pdf.table.TableFinder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Makes tables, blocks and text in reading order of what stands where on a page. */
final class PageComposer {

  private final Budget budget;
  private final Function<PageLayout, FoundTables> tables;

  PageComposer(Budget budget, Function<PageLayout, FoundTables> tables) {
    this.budget = budget;
    this.tables = tables;
  }

  /** Takes lines in the order of drawing. */
  PageContent compose(int number, PDPage page, List<PageLine> lines, RulingCollector rulings) {
    PDRectangle size = PageBox.of(page);
    boolean sideways = PageBox.rotation(page) % 180 != 0;
    float width = sideways ? size.getHeight() : size.getWidth();
    float height = sideways ? size.getWidth() : size.getHeight();
    List<Word> words = lines.stream().flatMap(line -> line.words().stream()).toList();
    FoundTables found = tablesOf(new PageLayout(number, width, height, words, rulings.rulings()));
    PageFlow flow = PageFlow.of(lines, found.tables(), height);
    budget.characters(flow.text().length());
    List<Flag> flags = new ArrayList<>(found.flags());
    if (rulings.isCut()) {
      String why = "Lines beyond " + RulingCollector.MAX_RULINGS + " were not looked at.";
      flags.add(new Flag(number, TableFinder.CUT, why));
    }
    return new PageContent(
        pageText(number, page, flow.text()), flow.blocks(), found.tables(), flags);
  }

  static PageText pageText(int number, PDPage page, String text) {
    PDRectangle size = PageBox.of(page);
    return new PageText(number, size.getWidth(), size.getHeight(), PageBox.rotation(page), text);
  }

  /** A page on which tables cannot be made out keeps its text, and says so. */
  private FoundTables tablesOf(PageLayout page) {
    try {
      return tables.apply(page);
    } catch (LimitExceededException limit) {
      throw limit;
    } catch (RuntimeException broken) {
      Flag flag = new Flag(page.number(), "tables-not-read", ErrorSummary.of(broken));
      return new FoundTables(List.of(), List.of(flag));
    }
  }
}
