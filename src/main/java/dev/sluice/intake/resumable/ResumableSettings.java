package dev.sluice.intake.resumable;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The settings of uploads in pieces.
 *
 * @param pieceSize that is stored and counts while the rest still comes
 * @param expireAfter without a new piece; a finished one's receipt can be had for as long
 * @param forgetAfter the expiry; until then answers tell the sender of it
 */
@ConfigurationProperties("sluice.resumable")
public record ResumableSettings(DataSize pieceSize, Duration expireAfter, Duration forgetAfter) {

  /** Refuses times in which no upload could end. */
  public ResumableSettings {
    Setting.atLeast("sluice.resumable.piece-size", 1, pieceSize.toBytes());
    Setting.positive("sluice.resumable.expire-after", expireAfter);
    Setting.positive("sluice.resumable.forget-after", forgetAfter);
  }
}
