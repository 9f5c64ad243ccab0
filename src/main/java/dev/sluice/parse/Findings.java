package dev.sluice.parse;

import dev.sluice.document.DocumentMetadata;
import dev.sluice.document.Gap;
import dev.sluice.document.PageRange;
import dev.sluice.document.PageText;
import dev.sluice.failure.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in one document so far: its pages come one after the other, each as text or as a
 * gap, over as many runs as it takes. What does not fit the limits or the order is refused.
 */
final class Findings implements AutoCloseable {

  private final PageStore store;
  private final int maxPages;
  private final long maxCharacters;
  private final PageSizes sizes = new PageSizes();
  private final List<Gap> gaps = new ArrayList<>();
  private DocumentMetadata metadata;
  private boolean open;
  private int next = 1;
  private long characters;

  Findings(PageStore store, int maxPages, long maxCharacters) {
    this.store = store;
    this.maxPages = maxPages;
    this.maxCharacters = maxCharacters;
  }

  /** A child begins, and opens the document first. */
  void startRun() {
    open = false;
  }

  /** It has opened it; throws {@link MalformedFrameException} when it is another all at once. */
  void opened(DocumentMetadata found) throws MalformedFrameException {
    int count = found.pageCount();
    boolean fits = metadata == null || metadata.pageCount() == count;
    if (open || !fits || count < 1 || count > maxPages) {
      throw new MalformedFrameException("count of " + count + " pages");
    }
    metadata = found;
    open = true;
  }

  /** Keeps the next page; throws {@link MalformedFrameException} when it is any other. */
  void page(Frame frame) throws IOException {
    PageText page = FrameCodec.page(frame.payload()).page();
    requireNext(page.number());
    characters += page.text().length();
    if (characters > maxCharacters) {
      throw new MalformedFrameException("page of too many characters");
    }
    sizes.add(page);
    store.add(frame);
    next++;
  }

  /** The child refused the next page; throws {@link MalformedFrameException} for any other. */
  void refused(int number, Failure why) throws MalformedFrameException {
    requireNext(number);
    skipPage(why);
  }

  /** Goes on behind the next page. */
  void skipPage(Failure why) {
    skip(new PageRange(next, next), why);
  }

  /** Leaves everything from the next page on. */
  void skipRest(Failure why) {
    skip(rest(), why);
  }

  /** A child says that it is done; throws {@link MalformedFrameException} when it is not. */
  void requireComplete() throws MalformedFrameException {
    if (!isComplete()) {
      throw new MalformedFrameException("end before page " + next);
    }
  }

  /** True when this run got as far as its pages. */
  boolean isOpen() {
    return open;
  }

  /** True when some run did. */
  boolean wasOpened() {
    return metadata != null;
  }

  boolean isComplete() {
    return wasOpened() && next > metadata.pageCount();
  }

  /** The page that comes next: the one being read, in a run that is open. */
  int next() {
    return next;
  }

  /** From the next page on; as many as there may be while nobody knows. */
  PageRange rest() {
    return new PageRange(next, wasOpened() ? metadata.pageCount() : maxPages);
  }

  long characters() {
    return characters;
  }

  int pagesRead() {
    return store.pages();
  }

  /** The gaps in their order; neighbours with the same failure are one. */
  List<Gap> gaps() {
    return gaps;
  }

  /** All of it; the pages now belong to the outcome. */
  ParseOutcome.Parsed finish() {
    return new ParseOutcome.Parsed(
        metadata.withPageSizes(sizes.list()), store.finish(), List.copyOf(gaps));
  }

  /** Forgets everything. */
  @Override
  public void close() {
    store.close();
  }

  private void requireNext(int number) throws MalformedFrameException {
    if (!open || number != next || isComplete()) {
      throw new MalformedFrameException("page " + number);
    }
  }

  private void skip(PageRange pages, Failure why) {
    Gap gap = new Gap(pages, why.code().label(), why.detail());
    int last = gaps.size() - 1;
    if (last >= 0 && gaps.get(last).goesOnWith(gap)) {
      gaps.set(last, gaps.get(last).joinedWith(gap));
    } else {
      gaps.add(gap);
    }
    next = pages.to() + 1;
  }
}
