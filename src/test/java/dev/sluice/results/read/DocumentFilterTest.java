package dev.sluice.results.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Origin;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DocumentFilterTest {

  private static final Instant END_OF_TIME = Instant.parse("+999999-12-31T00:00:00Z");

  @Test
  void aTimeIsABoundForIdsToo() {
    Instant now = Instant.now();
    DocumentFilter filter = received(now, now);

    UUID id = DocumentId.next().value();

    assertThat(filter.conditions()).contains("d.id >= :fromId", "d.id < :toId");
    assertThat(id.toString()).isBetween(text(filter, "fromId"), text(filter, "toId"));
  }

  @Test
  void timesThatNoIdCanTellAreTheNearestThatItCan() {
    DocumentFilter filter = received(Instant.parse("-9999-01-01T00:00:00Z"), END_OF_TIME);

    assertThat(text(filter, "fromId")).isEqualTo("00000000-0000-0000-0000-000000000000");
    assertThat(text(filter, "toId")).isGreaterThan(DocumentId.next().value().toString());
  }

  @Test
  void whatWasDroppedIsListedByAnIndexThatUploadsDoNotPayFor() {
    assertThat(from(Origin.S3).conditions()).contains("d.origin <> 'http'");
    assertThat(from(Origin.HTTP).conditions()).doesNotContain("<>");
  }

  private static String text(DocumentFilter filter, String name) {
    return filter.parameters().get(name).toString();
  }

  private static DocumentFilter received(Instant from, Instant to) {
    return new DocumentFilter(null, null, null, null, from, to, null, null, null);
  }

  private static DocumentFilter from(Origin origin) {
    return new DocumentFilter(null, origin, null, null, null, null, null, null, null);
  }
}
