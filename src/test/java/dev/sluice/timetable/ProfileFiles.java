package dev.sluice.timetable;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** Files of profiles that are nowhere but in tests. */
final class ProfileFiles {

  private ProfileFiles() {}

  static Resource file(String name, String text) {
    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return name;
      }
    };
  }
}
