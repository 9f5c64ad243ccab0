package dev.sluice.pdf.fork;

import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.FileDefect;
import java.time.Instant;
import java.util.Calendar;
import java.util.List;
import java.util.function.Supplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** Gathers what a document says about itself, entry by entry: a broken one is as good as none. */
final class MetadataReader {

  /** All but the sizes of the pages, which are known only when they were read. */
  DocumentMetadata read(PDDocument document, int pages, List<FileDefect> defects) {
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
        List.of(),
        defects);
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
