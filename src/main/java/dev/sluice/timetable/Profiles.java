package dev.sluice.timetable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;

/** All profiles there are, by name. */
public final class Profiles {

  private final Map<String, Profile> byName = new TreeMap<>();

  /** Reads them; throws {@link IllegalArgumentException} that names file and key. */
  public Profiles(Resource... files) {
    ProfileReader reader = new ProfileReader();
    Arrays.stream(files).map(file -> read(reader, file)).forEach(this::add);
  }

  /** The profile of this name. */
  public Optional<Profile> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** In the order of their names. */
  public Collection<Profile> all() {
    return byName.values();
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
