package dev.sluice.timetable;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** All profiles there are, by name. */
public final class Profiles {

  private static final String ANY = "auto";
  private static final String NO = "none";

  private final Map<String, Profile> byName = new TreeMap<>();

  /** Reads them; throws {@link IllegalArgumentException} that names file and key. */
  public Profiles(Resource... files) {
    ProfileReader reader = new ProfileReader();
    Arrays.stream(files).map(file -> read(reader, file)).forEach(this::add);
    if (byName.isEmpty()) {
      throw new IllegalArgumentException("sluice.timetables.profiles: there is no profile");
    }
  }

  /**
   * The profiles that a sender may have meant: all by {@code auto}, none by {@code none}, or the
   * named one if it exists.
   */
  public Collection<Profile> meant(String wish) {
    if (wish.equals(ANY)) {
      return all();
    }
    return find(wish).map(List::of).orElse(List.of());
  }

  /** Throws {@link FailureException} with BAD_REQUEST for a profile that there is not. */
  public void require(String wish) {
    if (!isWish(wish)) {
      throw new FailureException(FailureCode.BAD_REQUEST, "profile must be " + wishes() + ".");
    }
  }

  /** Throws {@link IllegalArgumentException} naming the key whose value is no profile there is. */
  public void require(String key, String wish) {
    if (!isWish(wish)) {
      throw new IllegalArgumentException(key + " must be " + wishes() + ", not " + wish);
    }
  }

  /** The profile of this name. */
  public Optional<Profile> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In the order of their names. */
  public Collection<Profile> all() {
    return byName.values();
  }

  private boolean isWish(String wish) {
    return wish.equals(ANY) || wish.equals(NO) || byName.containsKey(wish);
  }

  private String wishes() {
    return "auto, none or one of " + String.join(", ", byName.keySet());
  }

  private static Profile read(ProfileReader reader, Resource file) {
    try (InputStream in = file.getInputStream()) {
      return reader.read(Objects.requireNonNull(file.getFilename()), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(Profile profile) {
    if (byName.put(profile.name(), profile) != null) {
      throw new IllegalArgumentException("There are two profiles called " + profile.name());
    }
  }
}
