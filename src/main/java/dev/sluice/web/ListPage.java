package dev.sluice.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param nextCursor asks for the next part; null at the end
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListPage<T>(List<T> items, String nextCursor) {

  /**
   * The first of what was found.
   *
   * @param found one more than shown, if there is more
   * @param cursorOf where the next part goes on after this item
   */
  public static <T> ListPage<T> of(List<T> found, int limit, Function<T, String> cursorOf) {
    if (found.size() <= limit) {
      return new ListPage<>(found, null);
    }
    List<T> shown = found.subList(0, limit);
    return new ListPage<>(shown, cursorOf.apply(shown.get(limit - 1)));
  }

  /** The same part of a list of what its items become. */
  public <U> ListPage<U> map(Function<T, U> view) {
    return new ListPage<>(items.stream().map(view).toList(), nextCursor);
  }
}
