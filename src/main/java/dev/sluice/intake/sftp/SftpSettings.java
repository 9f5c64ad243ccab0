package dev.sluice.intake.sftp;

import dev.sluice.intake.DropRule;
import dev.sluice.model.settings.Setting;
import dev.sluice.timetable.Profiles;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the SFTP door: its server, and how files are taken from it.
 *
 * @param host empty: the door is closed
 * @param privateKey text of a private key; or a {@code privateKeyFile}
 * @param knownHosts lines of a known_hosts file; or a {@code knownHostsFile}
 * @param folder below the one that a login leads to; with its sub-folders
 * @param pollEvery between two looks for files, if the last one found none
 * @param batch files a replica claims at once
 * @param timeout of a connection and of each answer
 * @param stableFor a file is taken when it has not changed for this time
 * @param incompleteAfter a file without its end is given up when it has not changed for this time
 * @param doneSuffix empty, or the suffix of another file that must stand beside one that is taken
 * @param ignoredSuffixes of files that are still being written
 * @param receipts whether senders find one beside a file that was taken
 * @param rules whose the files are, by prefixes of their paths below the folder
 */
@ConfigurationProperties("sluice.sftp")
public record SftpSettings(
    String host,
    int port,
    String user,
    String password,
    String privateKey,
    String privateKeyFile,
    String passphrase,
    String knownHosts,
    String knownHostsFile,
    String folder,
    Duration pollEvery,
    int batch,
    Duration timeout,
    Duration stableFor,
    Duration incompleteAfter,
    String doneSuffix,
    List<String> ignoredSuffixes,
    boolean receipts,
    List<DropRule> rules) {

  private static final String KEY = "sluice.sftp.";

  /** Refuses what could not work; of a closed door it demands nothing. */
  public SftpSettings {
    ignoredSuffixes = ignoredSuffixes == null ? List.of() : List.copyOf(ignoredSuffixes);
    rules = rules == null ? List.of() : List.copyOf(rules);
    if (isSet(host)) {
      Setting.atLeast(KEY + "port", 1, port);
      Setting.required(KEY + "user", user);
      Setting.required(
          KEY + "password (or private-key)", first(password, privateKey, privateKeyFile));
      Setting.required(KEY + "known-hosts", first(knownHosts, knownHostsFile));
      Setting.required(KEY + "folder", folder);
      Setting.positive(KEY + "poll-every", pollEvery);
      Setting.atLeast(KEY + "batch", 1, batch);
      Setting.positive(KEY + "timeout", timeout);
      Setting.positive(KEY + "stable-for", stableFor);
      Setting.positive(KEY + "incomplete-after", incompleteAfter);
      Setting.atLeast(KEY + "rules", 1, rules.size());
      DropRule.check(KEY + "rules", rules);
    }
  }

  /** Throws {@link IllegalArgumentException} for a rule with a profile that there is not. */
  void checkProfiles(Profiles profiles) {
    if (isOpen()) {
      DropRule.checkProfiles(KEY + "rules", rules, profiles);
    }
  }

  boolean isOpen() {
    return isSet(host);
  }

  /** Says no secret, so that no log ever shows one. */
  @Override
  public String toString() {
    return "SftpSettings[" + user + "@" + host + ":" + port + "/" + folder + "]";
  }

  static boolean isSet(String text) {
    return text != null && !text.isBlank();
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (isSet(text)) {
        return text;
      }
    }
    return null;
  }
}
