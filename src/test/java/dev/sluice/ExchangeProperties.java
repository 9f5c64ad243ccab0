package dev.sluice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ExchangeProperty;
import org.springframework.util.StringUtils;

/** The exchange properties of a route file: those that its head names and those that it uses. */
final class ExchangeProperties {

  private static final Pattern HEAD = Pattern.compile("^# Properties: (.*)$", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("(\\w+) \\(");
  private static final Pattern SET = Pattern.compile("setProperty:\\s+name: (\\w+)");
  private static final Pattern READ = Pattern.compile("exchangeProperty\\.(\\w+)");
  private static final Pattern CALL = Pattern.compile("ref: (\\w+)\\s+method: \"?(\\w+)(\\()?");

  private ExchangeProperties() {}

  /** Names in the head's line "# Properties: name (Type), name (Type)". */
  static Set<String> namedIn(Path file) throws IOException {
    String names =
        HEAD.matcher(Files.readString(file))
            .results()
            .map(line -> line.group(1))
            .collect(Collectors.joining());
    return namesOf(NAMED, names).collect(Collectors.toCollection(TreeSet::new));
  }

  /** What the steps set and read, and what Camel gives the methods of beans they call. */
  static Set<String> usedIn(Path file) throws IOException {
    String text = Files.readString(file);
    Stream<String> ofSteps = Stream.concat(namesOf(SET, text), namesOf(READ, text));
    Stream<String> ofBeans =
        CALL.matcher(text)
            .results()
            .filter(call -> call.group(3) == null) // else the route itself names its arguments
            .flatMap(ExchangeProperties::ofParameters);
    return Stream.concat(ofSteps, ofBeans)
        .filter(name -> !name.startsWith("Camel"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> ofParameters(MatchResult call) {
    return Arrays.stream(classOf(call.group(1)).getDeclaredMethods())
        .filter(method -> method.getName().equals(call.group(2)))
        .map(Method::getParameterAnnotations)
        .flatMap(Arrays::stream)
        .flatMap(Arrays::stream)
        .flatMap(ExchangeProperties::name);
  }

  private static Stream<String> name(Annotation annotation) {
    return annotation instanceof ExchangeProperty property
        ? Stream.of(property.value())
        : Stream.empty();
  }

  /** A bean is named after its class, and no two classes share a name. */
  private static Class<?> classOf(String bean) {
    Path sources = Path.of("src/main/java");
    String file = StringUtils.capitalize(bean) + ".java";
    try (Stream<Path> files = Files.walk(sources)) {
      Path source =
          files.filter(each -> each.getFileName().toString().equals(file)).findAny().orElseThrow();
      String name = sources.relativize(source).toString();
      return Class.forName(name.replace(".java", "").replace('/', '.'));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("no class of bean " + bean, missing);
    }
  }

  private static Stream<String> namesOf(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1));
  }
}
