package dev.sluice.timetable;

import dev.sluice.pdf.content.Word;
import dev.sluice.timetable.TimetableEvent.Type;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the type and the language of an event, of which a single letter each may be printed. */
final class TypeLetter {

  private final Profile profile;

  TypeLetter(Profile profile) {
    this.profile = profile;
  }

  /** Null for what has none; flags what the profile does not know. */
  Type type(EventLines lines, List<String> flags) {
    TimetableField in = profile.typeIn() == null ? TimetableField.TYPE : profile.typeIn();
    boolean printed = profile.columns().stream().anyMatch(column -> column.field() == in);
    if (!printed) {
      return null;
    }
    Type type = named(profile.typeIn() == null ? lines.text(in) : second(lines.words(in)));
    if (type == null) {
      flags.add("type-unknown");
    }
    return type;
  }

  /** Of a cell that tells the type too, what is not white, or its first letter. */
  String language(EventLines lines) {
    String text = lines.text(TimetableField.LANGUAGE);
    if (text == null || profile.typeIn() != TimetableField.LANGUAGE) {
      return text;
    }
    List<Word> words = lines.words(TimetableField.LANGUAGE);
    String black = text(words.stream().filter(word -> !word.white()));
    return black.isEmpty() || words.stream().noneMatch(Word::white) ? letter(text, 0) : black;
  }

  private Type named(String text) {
    return profile.types().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(text))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** What is white, or the letter behind the first. */
  private static String second(List<Word> words) {
    String white = text(words.stream().filter(Word::white));
    String all = words.stream().map(Word::text).collect(Collectors.joining());
    return white.isEmpty() ? letter(all, 1) : white;
  }

  private static String letter(String text, int number) {
    return text.codePoints()
        .skip(number)
        .limit(1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String text(Stream<Word> words) {
    return words.map(Word::text).distinct().collect(Collectors.joining(" "));
  }
}
