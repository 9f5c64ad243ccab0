package dev.sluice.timetable;

import dev.sluice.content.Word;
import dev.sluice.timetable.TimetableEvent.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happens at an event and in which language, of which one letter each may be all there is. */
final class TypeLetter {

  private final Profile profile;

  TypeLetter(Profile profile) {
    this.profile = profile;
  }

  /** Null for what has none; flags what the profile does not know. */
  Type type(Occasion occasion, List<String> flags) {
    Field in = profile.typeIn() == null ? Field.TYPE : profile.typeIn();
    boolean printed = profile.columns().stream().anyMatch(column -> column.field() == in);
    if (!printed) {
      return null;
    }
    Type type = named(profile.typeIn() == null ? occasion.text(in) : second(occasion.words(in)));
    if (type == null) {
      flags.add("type-unknown");
    }
    return type;
  }

  /** Of a cell that tells the type too, its first letter. */
  String language(Occasion occasion) {
    String text = occasion.text(Field.LANGUAGE);
    return text == null || profile.typeIn() != Field.LANGUAGE ? text : text.substring(0, 1);
  }

  private Type named(String text) {
    return profile.types().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(text))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  /** The white letter, or the one behind the first. */
  private static String second(List<Word> words) {
    Optional<String> white = words.stream().filter(Word::white).map(Word::text).findFirst();
    String all = words.stream().map(Word::text).collect(Collectors.joining());
    return white.orElse(all.length() < 2 ? "" : all.substring(1, 2));
  }
}
