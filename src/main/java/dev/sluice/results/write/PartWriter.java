package dev.sluice.results.write;

import dev.sluice.model.document.Gap;
import dev.sluice.model.document.Part;
import dev.sluice.model.document.PartCost;
import dev.sluice.store.ledger.Parts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores a part's results and marks it done, in one transaction. */
@Component
public class PartWriter {

  private static final Logger LOG = LoggerFactory.getLogger(PartWriter.class);

  /** Bytes of a chunk of the frames, which is in memory twice while it is written. */
  private static final int CHUNK_BYTES = 1 << 20;

  private static final String INSERT_CONTENT =
      "INSERT INTO part_content (document_id, part, number, frames) VALUES (?, ?, ?, ?)";

  private static final String INSERT_GAP =
      """
      INSERT INTO part_gap (document_id, part, from_page, to_page, code, detail)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private final Parts parts;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final Counter kept;

  PartWriter(
      Parts parts, JdbcTemplate jdbc, TransactionTemplate transaction, MeterRegistry meters) {
    this.kept =
        Counter.builder("sluice.parts")
            .description("Parts of large documents that were read and kept")
            .register(meters);
    this.parts = parts;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * Keeps the frames of a part's pages and its gaps. Nothing is written if its lease was lost or
   * its document has ended.
   *
   * @return true if it was the last part, so that the caller has to gather them
   */
  public boolean keep(Part part, InputStream frames, int pages, List<Gap> gaps, PartCost cost) {
    Boolean last =
        transaction.execute(
            status -> {
              if (!parts.complete(part, pages, cost)) {
                return null;
              }
              write(part, frames);
              write(part, gaps);
              return parts.readyToGather(part);
            });
    if (last == null) {
      LOG.info("Part {} dropped: its lease was lost, or its document has ended", part.number());
      return false;
    }
    kept.increment();
    return last;
  }

  private void write(Part part, InputStream frames) {
    try (frames) {
      int number = 0;
      for (byte[] chunk = read(frames); chunk.length > 0; chunk = read(frames)) {
        jdbc.update(INSERT_CONTENT, id(part), part.number(), ++number, chunk);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(InputStream frames) throws IOException {
    return frames.readNBytes(CHUNK_BYTES);
  }

  private void write(Part part, List<Gap> gaps) {
    jdbc.batchUpdate(
        INSERT_GAP,
        gaps,
        Math.max(1, gaps.size()),
        (insert, gap) -> {
          insert.setObject(1, id(part));
          insert.setInt(2, part.number());
          insert.setInt(3, gap.pages().from());
          insert.setInt(4, gap.pages().to());
          insert.setString(5, gap.code());
          insert.setString(6, gap.detail());
        });
  }

  private static Object id(Part part) {
    return part.document().id().value();
  }
}
