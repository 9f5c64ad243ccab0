package dev.sluice.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.claimcheck.ClaimShelf.Item;
import dev.sluice.document.DocumentId;
import dev.sluice.document.Lane;
import dev.sluice.document.NewDocument;
import dev.sluice.document.Origin;
import dev.sluice.retention.Claim.Kind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimTest {

  @Test
  void anOriginalIsKnownByTheKeyItWasStoredUnder() {
    NewDocument document =
        new NewDocument(
            DocumentId.next(), "o", "0", 1, "f", "m", Origin.HTTP, null, Lane.BULK, "auto", null);

    assertThat(claim(document.claimKey()))
        .get()
        .returns(Kind.ORIGINAL, Claim::kind)
        .returns(document.id().value(), Claim::id);
  }

  @Test
  void aPieceIsKnownByItsUpload() {
    UUID upload = UUID.randomUUID();

    assertThat(claim("uploads/" + upload + "/" + UUID.randomUUID()))
        .get()
        .returns(Kind.PIECE, Claim::kind)
        .returns(upload, Claim::id);
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
  void whatHasAnotherKeyIsSomebodyElses(String key) {
    assertThat(claim(key)).isEmpty();
  }

  @Test
  void piecesComeAfterAllOriginals() {
    assertThat(Stream.of("originals/ffff/f.pdf", "ledger-id", ""))
        .noneMatch(Claim::isBeyondOriginals);
    assertThat(Claim.isBeyondOriginals("uploads/0")).isTrue();
  }

  private static Optional<Claim> claim(String key) {
    return Claim.of(new Item(key, Instant.EPOCH));
  }
}
