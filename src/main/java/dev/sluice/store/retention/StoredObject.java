package dev.sluice.store.retention;

import dev.sluice.store.claimcheck.ClaimBucketListing.Item;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An object that Sluice has stored.
 *
 * @param id of the document, or of the resumable upload
 */
record StoredObject(Kind kind, UUID id, String key, Instant storedAt) {

  private static final String UUID_FORM = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";

  /** The kind of an object, told by its key. */
  enum Kind {
    /** A document, whole. */
    ORIGINAL("originals/[0-9a-f]{4}/" + UUID_FORM + "\\.pdf"),
    /** A piece of a resumable upload. */
    PIECE("uploads/" + UUID_FORM + "/" + UUID_FORM);

    private final Pattern key;

    Kind(String key) {
      this.key = Pattern.compile(key);
    }

    private Optional<UUID> id(String text) {
      Matcher matcher = key.matcher(text);
      return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
    }
  }

  /**
   * Reads an object's key; empty if Sluice does not make such keys, because then the object is not
   * Sluice's.
   */
  static Optional<StoredObject> of(Item item) {
    for (Kind kind : Kind.values()) {
      Optional<UUID> id = kind.id(item.key());
      if (id.isPresent()) {
        return Optional.of(new StoredObject(kind, id.get(), item.key(), item.storedAt()));
      }
    }
    return Optional.empty();
  }

  /** Whether all originals come before this key. */
  static boolean isBeyondOriginals(String key) {
    return key.compareTo("originals0") >= 0; // in ASCII, 0 follows /
  }
}
