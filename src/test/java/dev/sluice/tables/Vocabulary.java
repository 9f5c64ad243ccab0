package dev.sluice.tables;

import java.util.Locale;
import java.util.Random;

/** Words and figures such as reports have. */
final class Vocabulary {

  private static final String[] WORDS =
      ("the of report and in for states average program which member funding was estimated by"
              + " national household energy reported during period were annual costs total to"
              + " agency budget increase compared with market share between regions employment"
              + " data shows that quality water year sector results additional capacity under")
          .split(" ");
  private static final String[] NAMES =
      ("Austria|Belgium|Czech Republic|Denmark|Estonia|United Kingdom|Agriculture|Construction"
              + "|Mining and quarrying|Public administration|Transport|Wholesale trade|Alabama"
              + "|New Hampshire|District of Columbia|North Carolina|Fixed assets|Other revenue"
              + "|Net interest|Research|Health care|Households|Crude oil|Natural gas|Coal"
              + "|Under 25 years|25 to 44 years|65 and over|Not stated|Small firms (1-9)")
          .split("\\|");
  private static final String[] HEADS =
      ("Total|Change|Share|Number of cases|Amount|Rate|2005|2006|2007|FY 2010|Jan|Feb|Percent"
              + "|Per capita|Employment|Men|Women|Estimate|Target|Actual|Budget|Type|Unit")
          .split("\\|");

  private final Random random;

  Vocabulary(Random random) {
    this.random = random;
  }

  String words(int count) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < count; at++) {
      text.append(at > 0 ? " " : "").append(pick(WORDS));
    }
    return text.toString();
  }

  String sentence(int count) {
    String text = words(count);
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  String name() {
    return pick(NAMES);
  }

  String head() {
    return pick(HEADS);
  }

  /** Of kind 0 to 5: with commas, decimals, spaces, percent, money, brackets. */
  String figure(int kind) {
    int number = random.nextInt((int) Math.pow(10, 1 + random.nextInt(6)));
    return switch (kind) {
      case 0 -> String.format(Locale.ROOT, "%,d", number);
      case 1 -> String.format(Locale.ROOT, "%.1f", number / 100.0);
      case 2 -> String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
      case 3 -> String.format(Locale.ROOT, "%.1f%%", number % 1000 / 10.0);
      case 4 -> String.format(Locale.ROOT, "$%,d", number);
      default -> random.nextInt(4) == 0 ? "(" + number % 1000 + ")" : "" + number;
    };
  }

  private String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }
}
