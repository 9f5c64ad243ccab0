package dev.sluice.model.document;

import java.time.Instant;
import java.util.List;

/**
 * What a PDF says about itself: labels of at most 1000 characters, null when the PDF has none.
 *
 * @param pageCount number of pages that were found
 * @param pdfVersion such as {@code 1.7}
 * @param encrypted true when it was encrypted, with an empty password
 * @param pageSizes the distinct sizes of the pages that were read, in the order they appear, at
 *     most 100
 * @param defects what is wrong with the file itself
 */
public record DocumentMetadata(
    int pageCount,
    String title,
    String author,
    String subject,
    String keywords,
    String creator,
    String producer,
    Instant createdAt,
    Instant modifiedAt,
    String pdfVersion,
    boolean encrypted,
    List<PageSize> pageSizes,
    List<FileDefect> defects) {

  private static final int MAX_LABEL = 1000;
  private static final int MAX_SIZES = 100;

  /** Cuts and repairs what is too long or cannot be stored. */
  public DocumentMetadata {
    title = CleanText.label(title, MAX_LABEL);
    author = CleanText.label(author, MAX_LABEL);
    subject = CleanText.label(subject, MAX_LABEL);
    keywords = CleanText.label(keywords, MAX_LABEL);
    creator = CleanText.label(creator, MAX_LABEL);
    producer = CleanText.label(producer, MAX_LABEL);
    pdfVersion = CleanText.label(pdfVersion, MAX_LABEL);
    pageSizes = List.copyOf(pageSizes.subList(0, Math.min(pageSizes.size(), MAX_SIZES)));
    defects = defects == null ? List.of() : List.copyOf(defects);
  }

  /** The same with these sizes of pages. */
  public DocumentMetadata withPageSizes(List<PageSize> sizes) {
    return new DocumentMetadata(
        pageCount,
        title,
        author,
        subject,
        keywords,
        creator,
        producer,
        createdAt,
        modifiedAt,
        pdfVersion,
        encrypted,
        sizes,
        defects);
  }
}
