package dev.sluice.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.unit.DataSize;

/** The keys of config/application.yaml, and the variables that stand for them. */
final class ApplicationKeys {

  private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*):");

  /** Keys that are behind a hash, as their defaults are in the code. */
  private static final Set<String> OF_THE_CODE =
      Set.of("SLUICE_PARSER_FORKS", "SLUICE_PARSER_HEAP");

  private final Map<String, String> values = new TreeMap<>();

  ApplicationKeys() {
    for (PropertySource<?> document : load()) {
      for (String key : ((EnumerablePropertySource<?>) document).getPropertyNames()) {
        values.put(key, String.valueOf(document.getProperty(key)));
      }
    }
  }

  /** Variables that set a key, by its name or by that of a placeholder. */
  Set<String> variables() {
    Set<String> names = new TreeSet<>(OF_THE_CODE);
    values.forEach(
        (key, value) -> {
          names.add(variable(key));
          NAMED.matcher(value).results().forEach(match -> names.add(match.group(1)));
        });
    return names;
  }

  /** The topics that Sluice uses. */
  List<String> topics() {
    return values.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("sluice.topics."))
        .map(entry -> entry.getValue().replaceAll("^\\$\\{[A-Z_]+:(.*)}$", "$1"))
        .toList();
  }

  String value(String key) {
    return values.get(key);
  }

  long size(String key) {
    return DataSize.parse(values.get(key)).toBytes();
  }

  private static String variable(String key) {
    return key.replaceAll("[.\\-]", "_").toUpperCase(Locale.ROOT);
  }

  private static List<PropertySource<?>> load() {
    try {
      return new YamlPropertySourceLoader()
          .load("application", new FileSystemResource("config/application.yaml"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
