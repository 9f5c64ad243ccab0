package dev.sluice.store.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.store.claimcheck.ClaimBucketListing.Item;
import dev.sluice.store.retention.StoredObject.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredObjectTest {

  @Test
  void anOriginalIsKnownByTheKeyItWasStoredUnder() {
    NewDocument document =
        new NewDocument(
            DocumentId.next(), "o", "0", 1, "f", "m", Origin.HTTP, null, Lane.BULK, "auto", null);

    assertThat(claim(document.claimKey()))
        .get()
        .returns(Kind.ORIGINAL, StoredObject::kind)
        .returns(document.id().value(), StoredObject::id);
  }

  @Test
  void aPieceIsKnownByItsUpload() {
    UUID upload = UUID.randomUUID();

    assertThat(claim("uploads/" + upload + "/" + UUID.randomUUID()))
        .get()
        .returns(Kind.PIECE, StoredObject::kind)
        .returns(upload, StoredObject::id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ledger-id",
        "originals/",
        "originals/notes.pdf",
        "originals/0192/01920000-0000-7000-8000-000000000000.txt",
        "elsewhere/originals/0192/01920000-0000-7000-8000-000000000000.pdf",
        "uploads/01920000-0000-7000-8000-000000000000/readme"
      })
  void anObjectWithAnotherKeyIsNotSluices(String key) {
    assertThat(claim(key)).isEmpty();
  }

  @Test
  void piecesComeAfterAllOriginals() {
    assertThat(Stream.of("originals/ffff/f.pdf", "ledger-id", ""))
        .noneMatch(StoredObject::isBeyondOriginals);
    assertThat(StoredObject.isBeyondOriginals("uploads/0")).isTrue();
  }

  private static Optional<StoredObject> claim(String key) {
    return StoredObject.of(new Item(key, Instant.EPOCH));
  }
}
