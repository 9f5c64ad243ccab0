package dev.sluice.pdf;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How pages that are images without text are read; null stands for the default.
 *
 * @param mode whether they are at all
 * @param language of the text, by Tesseract's names, such as {@code deu} or {@code deu+eng}
 * @param dotsPerInch at which a page is drawn for it, 72 to 600
 * @param pageTime one page may take this long, shorter than the parser's silence; 0: three quarters
 *     of that
 * @param documentTime and all pages of one document, or of one part of it, this long; the parser's
 *     clocks wait meanwhile
 */
public record OcrSettings(
    OcrMode mode, String language, Integer dotsPerInch, Duration pageTime, Duration documentTime) {

  private static final String KEY = "sluice.parser.ocr.";

  /** A fork's system property with all of it. */
  private static final String PROPERTY = "sluice.ocr";

  /** Throws {@link IllegalArgumentException} on nonsense. */
  public OcrSettings {
    mode = mode == null ? OcrMode.AUTO : mode;
    language = language == null ? "eng" : language;
    dotsPerInch = dotsPerInch == null ? 300 : dotsPerInch;
    pageTime = pageTime == null ? Duration.ZERO : pageTime;
    documentTime = documentTime == null ? Duration.ofMinutes(5) : documentTime;
    if (!language.matches("\\w{1,30}(\\+\\w{1,30}){0,9}")) {
      throw new IllegalArgumentException(
          KEY + "language must be like deu or deu+eng, but is " + language);
    }
    Setting.between(KEY + "dots-per-inch", 72, 600, dotsPerInch);
    Setting.notNegative(KEY + "page-time", pageTime);
    Setting.positive(KEY + "document-time", documentTime);
  }

  /** All settings with their default values. */
  static OcrSettings defaults() {
    return new OcrSettings(null, null, null, null, null);
  }

  /** The same with a page's time that is shorter than a silence. */
  OcrSettings within(Duration silence) {
    Duration time = pageTime.isZero() ? silence.multipliedBy(3).dividedBy(4) : pageTime;
    if (time.compareTo(silence) >= 0) {
      throw new IllegalArgumentException(
          KEY + "page-time must be shorter than sluice.parser.silence, but is " + pageTime);
    }
    return new OcrSettings(mode, language, dotsPerInch, time, documentTime);
  }

  /** Each of its languages. */
  List<String> languages() {
    return List.of(language.split("\\+"));
  }

  /** The JVM's argument that tells a fork to read such pages. */
  String argument() {
    return "-D%s=%s,%d,%d,%d"
        .formatted(PROPERTY, language, dotsPerInch, pageTime.toMillis(), documentTime.toMillis());
  }

  /** Those of this fork; empty when the fork is not to read such pages. */
  public static Optional<OcrSettings> ofProperty() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(property -> property.split(","))
        .map(
            parts ->
                new OcrSettings(
                    OcrMode.REQUIRED,
                    parts[0],
                    Integer.parseInt(parts[1]),
                    Duration.ofMillis(Long.parseLong(parts[2])),
                    Duration.ofMillis(Long.parseLong(parts[3]))));
  }
}
