package dev.sluice.intake;

import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.model.settings.Setting;
import dev.sluice.timetable.Profiles;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Says who owns the files below a prefix, and how they are treated.
 *
 * @param prefix of a bucket's keys or a folder's paths; empty for all
 * @param owner must be set
 * @param profile null: auto
 * @param lane null: bulk
 */
public record DropRule(String prefix, String owner, String profile, Lane lane) {

  /** Fills in what is left out. */
  public DropRule {
    prefix = prefix == null ? "" : prefix;
    profile = profile == null || profile.isBlank() ? "auto" : profile;
    lane = lane == null ? Lane.BULK : lane;
  }

  /** Of the rules that match, the most precise one. */
  public static Optional<DropRule> find(List<DropRule> rules, String path) {
    return rules.stream()
        .filter(rule -> path.startsWith(rule.prefix()))
        .max(Comparator.comparingInt(rule -> rule.prefix().length()));
  }

  /** Demands an owner in each rule, naming the key of the one without. */
  public static void check(String key, List<DropRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      Setting.required(key + "[" + i + "].owner", rules.get(i).owner());
    }
  }

  /** Demands a profile that there is in each rule, naming the key of the one without. */
  public static void checkProfiles(String key, List<DropRule> rules, Profiles profiles) {
    for (int i = 0; i < rules.size(); i++) {
      profiles.require(key + "[" + i + "].profile", rules.get(i).profile());
    }
  }

  /** The sender whom this rule makes of whoever dropped a file. */
  public Sender sender(Origin origin) {
    return new Sender(owner, origin, lane, profile);
  }
}
