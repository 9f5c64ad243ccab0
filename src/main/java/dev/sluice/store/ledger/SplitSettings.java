package dev.sluice.store.ledger;

import dev.sluice.model.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Decides which documents are read in parts.
 *
 * @param splitPages documents of more pages are; 0: none
 * @param rangePages pages of a part, at least 1
 */
@ConfigurationProperties("sluice.work")
public record SplitSettings(int splitPages, int rangePages) {

  /** Refuses values without sense. */
  public SplitSettings {
    Setting.atLeast("sluice.work.split-pages", 0, splitPages);
    Setting.atLeast("sluice.work.range-pages", 1, rangePages);
  }

  /** Largest number of pages of a document that is read as a whole. */
  public int wholeUpTo() {
    return splitPages == 0 ? Integer.MAX_VALUE : splitPages;
  }
}
