package dev.sluice.timetable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pdf.ParseOutcome;
import dev.sluice.pdf.ParserSettings;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.TestParsers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Reads PDFs as Sluice does: in a real parser, then by the built-in profiles. */
final class ParsedTimetables implements AutoCloseable {

  private final Path folder;
  private final PdfParser parser;

  ParsedTimetables(Path folder) {
    this.folder = folder;
    Map<String, String> settings =
        Map.of("sluice.parser.forks", "1", "sluice.parser.work-folder", folder.toString());
    this.parser =
        TestParsers.start(
            new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("sluice.parser", ParserSettings.class));
  }

  private static Collection<Profile> shippedWithout(List<String> names) {
    return shipped().all().stream().filter(profile -> !names.contains(profile.name())).toList();
  }

  static Profiles shipped() {
    try (var files = Files.list(Path.of("config", "profiles"))) {
      return new Profiles(files.map(FileSystemResource::new).toArray(Resource[]::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Leaves out the profiles of these names. */
  Optional<Timetable> read(byte[] pdf, String... without) {
    try {
      Path file = Files.write(Files.createTempFile(folder, "timetable", ".pdf"), pdf);
      try (ParseOutcome outcome = parser.parse(file)) {
        assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
        return new TimetableReader(shippedWithout(List.of(without)))
            .read(((ParseOutcome.Parsed) outcome).pages());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    parser.close();
  }
}
