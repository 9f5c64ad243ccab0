package dev.sluice.pdf.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.PageRange;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.ICOSParser;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.junit.jupiter.api.Test;

class PageRangeFinderTest {

  private static final COSName NUMBER = COSName.getPDFName("Number");

  private int pages;
  private final List<Integer> opened = new ArrayList<>();

  @Test
  void ofAPlainTreeEveryRangeIsFound() {
    COSDictionary root =
        node(page(), node(page(), page()), node(node(page(), page(), page())), page());

    assertThat(new PageRangeFinder(new PDPageTree(root)).isPlain()).isTrue();
    for (int from = 1; from <= 7; from++) {
      for (int to = from; to <= 9; to++) {
        assertThat(numbers(root, from, to, true))
            .isEqualTo(numbers(root, from, to, false))
            .isEqualTo(IntStream.rangeClosed(from, Math.min(to, 7)).boxed().toList());
      }
    }
  }

  @Test
  void pagesBesideTheRangeStayClosed() {
    COSDictionary flat = node(lazyPages(50));

    assertThat(numbers(flat, 20, 22, true)).containsExactly(20, 21, 22);
    assertThat(opened).containsExactly(20, 21, 22);
  }

  @Test
  void branchesBesideTheRangeStayClosed() {
    COSDictionary root = node(node(lazyPages(10)), node(lazyPages(10)), node(lazyPages(10)));

    assertThat(numbers(root, 15, 16, true)).containsExactly(15, 16);
    assertThat(opened).containsExactly(15, 16);
  }

  @Test
  void aTreeThatCountsWronglyIsNotPlain() {
    COSDictionary less = node(page(), page());
    less.setInt(COSName.COUNT, 1);
    COSDictionary more = node(node(page()), page());
    more.setInt(COSName.COUNT, 3);
    COSDictionary without = node(page());
    without.removeItem(COSName.COUNT);

    assertNotPlain(less, more, without);
  }

  @Test
  void aTreeWithAnythingButPagesAndNodesIsNotPlain() {
    COSDictionary untyped = new COSDictionary();

    assertNotPlain(
        counting(1, page(), untyped),
        counting(1, page(), COSInteger.ONE),
        counting(2, page(), COSNull.NULL),
        counting(2, node(), page(), page()));
  }

  @Test
  void aTreeThatHoldsAnythingTwiceIsNotPlain() {
    COSDictionary twice = page();
    COSDictionary itself = node(page());
    itself.getCOSArray(COSName.KIDS).add(itself);
    itself.setInt(COSName.COUNT, 2);

    assertNotPlain(node(twice, twice), itself);
  }

  private static void assertNotPlain(COSDictionary... roots) {
    for (COSDictionary root : roots) {
      assertThat(new PageRangeFinder(new PDPageTree(root)).isPlain()).isFalse();
    }
  }

  private static List<Integer> numbers(COSDictionary root, int from, int to, boolean plain) {
    List<Integer> numbers = new ArrayList<>();
    for (PDPage page :
        new PageRangeFinder(new PDPageTree(root)).pages(new PageRange(from, to), plain)) {
      numbers.add(page.getCOSObject().getInt(NUMBER));
    }
    return numbers;
  }

  /** Pages that note when they are opened, as those in a file would be read. */
  private COSBase[] lazyPages(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new COSObject((COSObjectKey) null, new Opening(page())))
        .toArray(COSBase[]::new);
  }

  private final class Opening implements ICOSParser {

    private final COSDictionary page;

    private Opening(COSDictionary page) {
      this.page = page;
    }

    @Override
    public COSBase dereferenceCOSObject(COSObject reference) {
      opened.add(page.getInt(NUMBER));
      return page;
    }

    @Override
    public RandomAccessReadView createRandomAccessReadView(long start, long length) {
      throw new UnsupportedOperationException();
    }
  }

  private COSDictionary page() {
    COSDictionary page = new COSDictionary();
    page.setItem(COSName.TYPE, COSName.PAGE);
    page.setInt(NUMBER, ++pages);
    return page;
  }

  private static COSDictionary node(COSBase... kids) {
    int count = 0;
    for (COSBase kid : kids) {
      count += kid instanceof COSDictionary node ? node.getInt(COSName.COUNT, 1) : 1;
    }
    return counting(count, kids);
  }

  private static COSDictionary counting(int count, COSBase... kids) {
    COSDictionary node = new COSDictionary();
    node.setItem(COSName.TYPE, COSName.PAGES);
    node.setItem(COSName.KIDS, new COSArray(List.of(kids)));
    node.setInt(COSName.COUNT, count);
    return node;
  }
}
