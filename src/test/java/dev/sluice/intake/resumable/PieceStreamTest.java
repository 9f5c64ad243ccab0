package dev.sluice.intake.resumable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.intake.IncomingFile.Content;
import dev.sluice.model.failure.FailureException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PieceStreamTest {

  private final List<String> opened = new ArrayList<>();

  @Test
  void piecesFollowOneAnother() throws IOException {
    try (InputStream all = streamOf(piece("ab"), piece(""), piece("cde"))) {
      assertThat(all).hasContent("abcde");
    }
  }

  @Test
  void aPieceIsNotOpenedBeforeItsTurn() throws IOException {
    try (InputStream all = streamOf(piece("ab"), piece("cd"))) {
      // When
      assertThat(all.read()).isEqualTo('a');

      // Then
      assertThat(opened).containsExactly("ab");
    }
    assertThat(opened).containsExactly("ab");
  }

  @Test
  void aPieceThatBreaksOffIsTheStoresFailure() {
    InputStream all =
        streamOf(
            piece("ab"),
            () -> {
              throw new IOException("gone");
            });

    assertThatThrownBy(all::readAllBytes)
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("store-unavailable");
  }

  private static InputStream streamOf(Content... pieces) {
    return new PieceStream(Stream.of(pieces).iterator());
  }

  private Content piece(String text) {
    return () -> {
      opened.add(text);
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    };
  }
}
