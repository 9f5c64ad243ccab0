package dev.sluice.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.intake.IntakeSettings;
import dev.sluice.intake.archive.ArchiveSettings;
import dev.sluice.limits.OwnerApi;
import dev.sluice.limits.Plan;
import dev.sluice.store.ledger.DocumentCounts;
import dev.sluice.web.ServerAddress;
import dev.sluice.web.access.Caller;
import dev.sluice.web.access.Role;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's call by which an owner sees its plan, and how far it is used up. */
@Component
public class AccountApi {

  /** How far documents are counted. */
  private static final int MANY = 100_000;

  private final OwnerApi owners;
  private final DocumentCounts counts;
  private final IntakeSettings intake;
  private final ArchiveSettings archive;
  private final ServerAddress address;

  AccountApi(
      OwnerApi owners,
      DocumentCounts counts,
      IntakeSettings intake,
      ArchiveSettings archive,
      ServerAddress address) {
    this.owners = owners;
    this.counts = counts;
    this.intake = intake;
    this.archive = archive;
    this.address = address;
  }

  /**
   * Who calls, what it may do and what it uses.
   *
   * @param reachable whether links can be given to others, as this server's public address is set
   */
  public record Account(
      String owner,
      Role role,
      String plan,
      AccountLimits limits,
      Use use,
      long largestPdfBytes,
      long largestArchiveBytes,
      boolean reachable) {}

  /** What the plan allows; null where it sets no limit. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AccountLimits(
      Long bytes,
      Long concurrentUploads,
      Long uploadsPerMinute,
      Long uploadsPerHour,
      Long droppedPerHour,
      Long statusPerMinute,
      Long readsPerMinute,
      Long imagesPerMinute) {

    static final AccountLimits NONE =
        new AccountLimits(null, null, null, null, null, null, null, null);

    static AccountLimits of(Plan plan) {
      return new AccountLimits(
          limit(plan.storedBytes()),
          limit(plan.concurrentUploads()),
          limit(plan.uploadsPerMinute()),
          limit(plan.uploadsPerHour()),
          limit(plan.droppedPerHour()),
          limit(plan.statusPerMinute()),
          limit(plan.readsPerMinute()),
          limit(plan.imagesPerMinute()));
    }

    private static Long limit(long number) {
      return number == 0 ? null : number;
    }
  }

  /**
   * What the owner uses.
   *
   * @param bytes of its originals and unfinished uploads
   * @param documents that are there, counted no further than to 100,000
   * @param unfinished of them
   */
  public record Use(long bytes, long documents, long unfinished) {}

  /** The caller's account. */
  public Account show(@Header("CamelHttpServletRequest") HttpServletRequest http) {
    Caller caller = Caller.of(http);
    OwnerApi.OwnerView owner = owners.view(caller.owner());
    return new Account(
        caller.owner(),
        caller.role(),
        owner.plan(),
        owner.enforced() ? AccountLimits.of(owner.limits()) : AccountLimits.NONE,
        new Use(
            owner.storedBytes(),
            counts.of(caller.owner(), MANY),
            counts.unfinishedOf(caller.owner(), MANY)),
        intake.maxSize().toBytes(),
        archive.maxSize().toBytes(),
        address.isPublic());
  }
}
