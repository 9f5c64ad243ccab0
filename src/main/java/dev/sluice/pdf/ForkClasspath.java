package dev.sluice.pdf;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.logging.LogFactory;
import org.apache.fontbox.FontBoxFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;

/** The smallest class path a fork can parse with: as few jars as possible, so it starts fast. */
final class ForkClasspath {

  private static final String NESTED = "jar:nested:";
  private static final String LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  /**
   * One class of each signed jar. These are found, not loaded: the JVM would check the signatures
   * of thousands of entries first.
   */
  private static final List<String> SIGNED =
      List.of(
          "org/bouncycastle/asn1/x500/X500Name.class", // bcprov
          "org/bouncycastle/asn1/cms/CMSObjectIdentifiers.class", // bcutil
          "org/bouncycastle/cms/CMSException.class"); // bcpkix

  private final Set<String> locations;

  private ForkClasspath(Set<String> locations) {
    this.locations = locations;
  }

  /**
   * Sluice's own classes, PDFBox and what PDFBox needs or ImageIO finds; plus wherever the given
   * classes are.
   */
  static ForkClasspath with(Class<?>... more) {
    Set<String> locations = new LinkedHashSet<>();
    List.of(
            ForkClasspath.class,
            Loader.class,
            RandomAccessRead.class,
            FontBoxFont.class,
            JBIG2ImageReaderSpi.class,
            LogFactory.class)
        .forEach(type -> locations.add(location(type)));
    SIGNED.forEach(resource -> locations.add(location(resource)));
    Arrays.stream(more).forEach(type -> locations.add(location(type)));
    return new ForkClasspath(locations);
  }

  static ForkClasspath of(String... locations) {
    return new ForkClasspath(new LinkedHashSet<>(List.of(locations)));
  }

  /** The JVM arguments that run a main class. */
  List<String> launch(String mainClass) {
    String first = locations.iterator().next();
    if (first.startsWith(NESTED)) {
      return List.of("-Dloader.main=" + mainClass, "-cp", outerJar(first), LAUNCHER);
    }
    String path =
        locations.stream().map(ForkClasspath::path).collect(Collectors.joining(File.pathSeparator));
    return List.of("-cp", path, mainClass);
  }

  /** The files and folders of the class path in such arguments. */
  static List<Path> files(List<String> arguments) {
    int option = arguments.indexOf("-cp");
    return option < 0
        ? List.of()
        : Stream.of(arguments.get(option + 1).split(File.pathSeparator)).map(Path::of).toList();
  }

  /** {@code jar:nested:/app.jar/!BOOT-INF/classes/!/}: everything is in the one fat jar. */
  private static String outerJar(String nested) {
    String outer = nested.substring(NESTED.length(), nested.indexOf("/!"));
    return path("file:" + outer);
  }

  private static String path(String location) {
    return Path.of(URI.create(location)).toString();
  }

  private static String location(Class<?> type) {
    URL location = type.getProtectionDomain().getCodeSource().getLocation();
    return location.toString();
  }

  /** {@code jar:file:/lib/bcprov.jar!/org/...} is in {@code file:/lib/bcprov.jar}. */
  private static String location(String resource) {
    String url = ForkClasspath.class.getClassLoader().getResource(resource).toString();
    return url.substring("jar:".length(), url.lastIndexOf("!/"));
  }
}
