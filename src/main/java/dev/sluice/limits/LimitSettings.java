package dev.sluice.limits;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The limits of owners, by plan.
 *
 * @param enabled false: as much as they like
 * @param sweep how often counts that no longer matter are deleted
 * @param plans by name; {@code default} must be complete, and says what others leave out
 */
@ConfigurationProperties("sluice.limits")
public record LimitSettings(boolean enabled, Duration sweep, Map<String, Numbers> plans) {

  private static final String KEY = "sluice.limits.plans.";

  /** Refuses a missing or incomplete default, and numbers below 0. */
  public LimitSettings {
    Setting.positive("sluice.limits.sweep", sweep);
    plans = plans == null ? Map.of() : plans;
    Numbers standard = plans.getOrDefault(Plan.DEFAULT, Numbers.BUILT_IN).or(Numbers.BUILT_IN);
    standard.requireAll(KEY + Plan.DEFAULT);
    Map<String, Numbers> complete = new LinkedHashMap<>();
    plans.forEach((name, numbers) -> complete.put(name, numbers.or(standard)));
    complete.forEach((name, numbers) -> numbers.requirePositive(KEY + name));
    plans = complete;
  }

  /** A plan as it is configured; null means that a limit is not set. */
  public record Numbers(
      Integer concurrentUploads,
      Integer uploadsPerMinute,
      Integer uploadsPerHour,
      Integer droppedPerHour,
      Integer statusPerMinute,
      Integer readsPerMinute,
      Integer imagesPerMinute,
      DataSize storedBytes) {

    /** What a default from before these limits leaves out. */
    private static final Numbers BUILT_IN =
        new Numbers(null, null, null, null, null, 600, 600, null);

    private Numbers or(Numbers other) {
      return new Numbers(
          either(concurrentUploads, other.concurrentUploads),
          either(uploadsPerMinute, other.uploadsPerMinute),
          either(uploadsPerHour, other.uploadsPerHour),
          either(droppedPerHour, other.droppedPerHour),
          either(statusPerMinute, other.statusPerMinute),
          either(readsPerMinute, other.readsPerMinute),
          either(imagesPerMinute, other.imagesPerMinute),
          either(storedBytes, other.storedBytes));
    }

    private static <T> T either(T mine, T other) {
      return mine == null ? other : mine;
    }

    private void requireAll(String key) {
      byKey().forEach((name, number) -> Setting.required(key + name, text(number)));
    }

    private void requirePositive(String key) {
      byKey().forEach((name, number) -> Setting.atLeast(key + name, 0, number));
    }

    private static String text(Long number) {
      return number == null ? null : number.toString();
    }

    private Map<String, Long> byKey() {
      Map<String, Long> numbers = new LinkedHashMap<>();
      numbers.put(".concurrent-uploads", number(concurrentUploads));
      numbers.put(".uploads-per-minute", number(uploadsPerMinute));
      numbers.put(".uploads-per-hour", number(uploadsPerHour));
      numbers.put(".dropped-per-hour", number(droppedPerHour));
      numbers.put(".status-per-minute", number(statusPerMinute));
      numbers.put(".reads-per-minute", number(readsPerMinute));
      numbers.put(".images-per-minute", number(imagesPerMinute));
      numbers.put(".stored-bytes", storedBytes == null ? null : storedBytes.toBytes());
      return numbers;
    }

    private static Long number(Integer value) {
      return value == null ? null : value.longValue();
    }

    private Plan named(String name) {
      return new Plan(
          name,
          concurrentUploads,
          uploadsPerMinute,
          uploadsPerHour,
          droppedPerHour,
          statusPerMinute,
          readsPerMinute,
          imagesPerMinute,
          storedBytes.toBytes());
    }
  }

  /** The plan of this name; the default if there is none any more. */
  public Plan plan(String name) {
    return plans.containsKey(name)
        ? plans.get(name).named(name)
        : plans.get(Plan.DEFAULT).named(Plan.DEFAULT);
  }
}
