package dev.sluice.parse.child;

import dev.sluice.document.DocumentMetadata;
import dev.sluice.document.PageSize;
import dev.sluice.document.PageText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Gathers what a document says about itself, entry by entry: a broken one is as good as none. */
final class MetadataReader {

  private record Size(float width, float height) {}

  private static final int MAX_SIZES = 100;

  private final Map<Size, Integer> sizes = new LinkedHashMap<>();
  private int pages;

  void add(PageText page) {
    pages++;
    Size size = new Size(page.widthPoints(), page.heightPoints());
    if (sizes.size() < MAX_SIZES || sizes.containsKey(size)) {
      sizes.merge(size, 1, Integer::sum);
    }
  }

  DocumentMetadata read(PDDocument document) {
    PDDocumentInformation information =
        orElse(document::getDocumentInformation, new PDDocumentInformation());
    return new DocumentMetadata(
        pages,
        orElse(information::getTitle, null),
        orElse(information::getAuthor, null),
        orElse(information::getSubject, null),
        orElse(information::getKeywords, null),
        orElse(information::getCreator, null),
        orElse(information::getProducer, null),
        instant(information::getCreationDate),
        instant(information::getModificationDate),
        orElse(() -> Float.toString(document.getVersion()), null),
        document.isEncrypted(),
        pageSizes());
  }

  private List<PageSize> pageSizes() {
    List<PageSize> list = new ArrayList<>();
    sizes.forEach((size, count) -> list.add(new PageSize(size.width(), size.height(), count)));
    return list;
  }

  private static Instant instant(Supplier<Calendar> date) {
    Calendar calendar = orElse(date, null);
    return calendar == null ? null : calendar.toInstant();
  }

  private static <T> T orElse(Supplier<T> entry, T otherwise) {
    try {
      return entry.get();
    } catch (RuntimeException broken) {
      return otherwise;
    }
  }
}
