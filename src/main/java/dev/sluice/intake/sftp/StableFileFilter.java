package dev.sluice.intake.sftp;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Lets files through that have not changed for a while, by remembering their sizes and times. No
 * server tells whether a file is still being written; a sender that pauses for longer is caught by
 * the check of the file's end.
 */
@Component
public class StableFileFilter implements GenericFileFilter<SftpRemoteFile> {

  private static final Logger LOG = LoggerFactory.getLogger(StableFileFilter.class);
  private static final int MAX_REMEMBERED = 200_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int MAX_DOUBLINGS = 6;

  private final SftpSettings settings;
  private final SftpDoor door;
  private final InstantSource clock;
  private final Cache<String, Sighting> sightings =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterAccess(FORGOTTEN_AFTER).build();

  @Autowired
  StableFileFilter(SftpSettings settings, SftpDoor door) {
    this(settings, door, InstantSource.system());
  }

  StableFileFilter(SftpSettings settings, SftpDoor door, InstantSource clock) {
    this.settings = settings;
    this.door = door;
    this.clock = clock;
  }

  /**
   * The last known size and time of a file, since when, and until when it is left alone.
   *
   * @param failures how often it could not be taken since it last changed
   */
  private record Sighting(
      long size, long modified, Instant since, Instant leaveUntil, int failures) {

    boolean fits(GenericFile<?> file) {
      return size == file.getFileLength() && modified == file.getLastModified();
    }

    Sighting leftUntil(Instant until) {
      return new Sighting(size, modified, since, until, failures);
    }

    Sighting failedAgain() {
      return new Sighting(size, modified, since, leaveUntil, failures + 1);
    }
  }

  @Override
  public boolean accept(GenericFile<SftpRemoteFile> file) {
    if (!RemoteName.isUsable(file.getFileNameOnly())) {
      return ignored(file, "its name cannot be used");
    }
    if (file.isDirectory()) {
      return true;
    }
    if (isIgnored(file.getFileNameOnly())) {
      return false;
    }
    if (isLink(file)) {
      return ignored(file, "it is a link");
    }
    if (door.ruleOf(file.getAbsoluteFilePath()).isEmpty()) {
      return ignored(file, "it falls under no rule of sluice.sftp.rules");
    }
    return !sighted(file).leaveUntil().isAfter(clock.instant());
  }

  /** For how long the file has not changed. */
  Duration restOf(String path) {
    Sighting sighting = sightings.getIfPresent(path);
    return sighting == null ? Duration.ZERO : Duration.between(sighting.since(), clock.instant());
  }

  /** Leaves the file alone until it changes, or has stayed unchanged for this time. */
  void leaveUntilRested(String path, Duration rest) {
    sightings
        .asMap()
        .computeIfPresent(path, (same, seen) -> seen.leftUntil(seen.since().plus(rest)));
  }

  /** Leaves a file alone that could not be taken, each time for twice as long. */
  void postpone(String path) {
    sightings
        .asMap()
        .computeIfPresent(
            path,
            (same, seen) -> {
              int doublings = Math.min(seen.failures(), MAX_DOUBLINGS);
              Duration pause = settings.stableFor().multipliedBy(1L << doublings);
              return seen.failedAgain().leftUntil(clock.instant().plus(pause));
            });
  }

  private Sighting sighted(GenericFile<?> file) {
    return sightings
        .asMap()
        .compute(
            file.getAbsoluteFilePath(),
            (path, seen) -> seen != null && seen.fits(file) ? seen : first(file));
  }

  private Sighting first(GenericFile<?> file) {
    Instant now = clock.instant();
    return new Sighting(
        file.getFileLength(), file.getLastModified(), now, now.plus(settings.stableFor()), 0);
  }

  private boolean isIgnored(String name) {
    return settings.ignoredSuffixes().stream().anyMatch(name::endsWith)
        || (SftpSettings.isSet(settings.doneSuffix()) && name.endsWith(settings.doneSuffix()));
  }

  /** A link may lead to what its maker cannot read, but the door's login can. */
  private static boolean isLink(GenericFile<SftpRemoteFile> file) {
    return file.getFile().getRemoteFile() instanceof LsEntry entry && entry.getAttrs().isLink();
  }

  private boolean ignored(GenericFile<?> file, String why) {
    String path = file.getAbsoluteFilePath();
    if (sightings.asMap().putIfAbsent(path, first(file)) == null) {
      LOG.warn("{} is ignored: {}", door.refOf(path), why);
    }
    return false;
  }
}
