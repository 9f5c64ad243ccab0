package dev.sluice.pdf;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PageText;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.document.PartPlan;
import dev.sluice.model.failure.Failure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was found in one document so far. Its pages come one after the other, each as text or as a
 * gap, over as many runs as it takes. What does not fit the limits or the order is refused.
 */
final class PartialResult implements AutoCloseable {

  private final PageBuffer buffer;
  private final ParseScope scope;
  private final int maxPages;
  private final long maxCharacters;
  private final PageSizes sizes = new PageSizes();
  private final List<Gap> gaps = new ArrayList<>();
  private DocumentMetadata metadata;
  private PartPlan plan;
  private boolean open;
  private volatile int next; // looked at by others
  private long characters;

  PartialResult(PageBuffer buffer, ParseScope scope, int maxPages, long maxCharacters) {
    this.buffer = buffer;
    this.scope = scope;
    this.maxPages = maxPages;
    this.maxCharacters = maxCharacters;
    this.metadata = scope.isPart() ? scope.plan().metadata() : null;
    this.next = scope.pages().from();
    this.characters = scope.before().characters();
  }

  /** A fork begins, and opens the document first. */
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

  /** It is too large to be read as a whole; throws {@link MalformedFrameException} if it is not. */
  void large(boolean plainTree) throws MalformedFrameException {
    if (!open || scope.isPart() || metadata.pageCount() <= scope.wholeUpTo() || pagesRead() > 0) {
      throw new MalformedFrameException("refusal of a whole");
    }
    plan = new PartPlan(metadata, plainTree);
  }

  /** Keeps the next page; throws {@link MalformedFrameException} when it is any other. */
  void page(ForkFrame frame) throws IOException {
    PageText page = ForkFrameCodec.page(frame.payload()).page();
    requireNext(page.number());
    characters += page.text().length();
    if (characters > maxCharacters) {
      throw new MalformedFrameException("page of too many characters");
    }
    sizes.add(page);
    buffer.add(frame);
    next++;
  }

  /** The fork refused the next page; throws {@link MalformedFrameException} for any other. */
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

  /** A fork says that it is done; throws {@link MalformedFrameException} when it is not. */
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
    return isLarge() || (wasOpened() && next > last());
  }

  /** True when it is to be read in parts. */
  boolean isLarge() {
    return plan != null;
  }

  private int last() {
    return Math.min(scope.pages().to(), wasOpened() ? metadata.pageCount() : maxPages);
  }

  /** The page that comes next: the one being read, in a run that is open. */
  int next() {
    return next;
  }

  /** From the next page on; up to the largest number while the count is unknown. */
  PageRange rest() {
    return new PageRange(next, last());
  }

  long characters() {
    return characters;
  }

  int pagesRead() {
    return buffer.pages();
  }

  /** The gaps in their order; neighbours with the same failure are one. */
  List<Gap> gaps() {
    return gaps;
  }

  /** All of it; the pages now belong to the outcome. */
  ParseOutcome.Parsed finish(int forks) {
    return new ParseOutcome.Parsed(
        metadata.withPageSizes(sizes.list()),
        buffer.finish(),
        List.copyOf(gaps),
        new PartCost(characters - scope.before().characters(), forks));
  }

  /** That it is large. */
  ParseOutcome.Large plan() {
    return new ParseOutcome.Large(plan);
  }

  /** Forgets everything. */
  @Override
  public void close() {
    buffer.close();
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
