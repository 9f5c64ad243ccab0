package dev.sluice.it.work;

import dev.sluice.it.Door;
import dev.sluice.it.SentPdf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A death after each step from the doors to the end that leaves something behind. They form two
 * rows, in which each death leaves what the next needs.
 */
final class Deaths {

  /**
   * A death after them is one after the step before: what is outside the process looks the same.
   */
  static final List<String> LEAVE_NOTHING_BEHIND =
      List.of(
          "poll-drop-bucket/bucketListing.list",
          "poll-drop-bucket/pollingStatus.worked",
          "door-errors/pollingStatus.failed",
          "sftp-errors/sftpDisposition.leave",
          "complete-upload/uploadAssembler.assemble",
          "complete-upload/uploadAssembler.open",
          "complete-upload/uploadAssembler.enter",
          "read-file/fileReader.read",
          "read-file/archiveReader.open",
          "read-file/fileReader.arrival",
          "file-errors/fileResults.refused",
          "receive-document/timetableDetector.requireProfile",
          "receive-document/storageQuota.requireRoom",
          "receive-document/receptionLog.note",
          "enter-ledger/recentOriginals.keep",
          "send-ticket/workCircuit.requireQueue",
          "work-document/ticketClaims.awaitDue",
          "parse-document/recentOriginals.take",
          "fetch-original/aws2-s3:{{sluice.claims.bucket}}",
          "split-document/originalCache.adopt",
          "work-part/parserActivator.parsePart",
          "gather-parts/partResults.gather",
          "gather-parts/parserActivator.gather",
          "gather-parts/originalCache.release",
          "work-errors/failureJudge.judge",
          "queue-errors/backgroundFailureLog.noteTicket",
          "background-errors/backgroundFailureLog.note");

  /**
   * The first ends documents by one statement, and has none of their tickets in hand; the second is
   * the last that happens to a dropped object; the third leaves a claim of a file, as one of an
   * object is left, and the fourth a document without a ticket, as one is left before it is queued.
   */
  static final List<String> LEAVE_NOTHING_ELSE_TO_RECOVER =
      List.of(
          "sweep-overdue/failureRecorder.endSpent",
          "take-object/objectDisposition.settle",
          "take-sftp-files/sftpFiles.incoming",
          "defer-ticket/failureRecorder.defer");

  /**
   * One step for each kind of thing that a death leaves behind: every build draws some of these.
   */
  static final List<String> ONE_OF_EACH_KIND =
      List.of(
          "check-in-claim/aws2-s3:{{sluice.claims.bucket}}", // an original without a document
          "enter-ledger/reception.enter", // a document without a ticket
          "note-queued/jdbc:dataSource", // a ticket without a reader
          "publish-retry/kafka:{{sluice.topics.retry-first}}", // a retry that no document waits for
          "claim-document/ticketClaims.claim", // a lease without a holder
          "store-results/resultWriter.store", // a ticket of what has ended
          "split-document/splitter.split", // parts
          "take-sftp-files/sftpDisposition.settle"); // a file that is received and still there

  /** What a death needs from another one that comes before it. */
  static final Map<String, String> NEEDS =
      Map.of(
          "publish-overdue/sweeper.takeOverdue", "enter-ledger/reception.enter",
          "keep-dead-letter/failureRecorder.end", "carry-out-verdict/failureRecorder.giveBack",
          "publish-retry/kafka:{{sluice.topics.retry-first}}", "note-queued/jdbc:dataSource",
          "publish-retry/kafka:{{sluice.topics.retry-second}}",
              "publish-retry/kafka:{{sluice.topics.retry-first}}",
          "publish-retry/kafka:{{sluice.topics.retry-later}}",
              "publish-retry/kafka:{{sluice.topics.retry-second}}",
          "retry-later/failureRecorder.retryLater",
              "publish-retry/kafka:{{sluice.topics.retry-later}}");

  private static final String BUCKET_WITHOUT_ORIGINALS = "sluice-drop";
  private static final SentPdf TWICE = SentPdf.saying("twice");

  static final List<Death> REQUESTS =
      List.of(
          Death.after("read-file/fileResults.accepted").by(Door.ZIP),
          Death.after("enter-ledger/reception.enter").by(Door.PIECES),
          Death.after("complete-upload/uploadCompletion.finish").by(Door.PIECES),
          Death.after("read-file/fileResults.accepted").by(Door.ZIP_IN_PIECES),
          Death.after("complete-upload/uploadCompletion.finishArchive").by(Door.ZIP_IN_PIECES),
          Death.after("receive-document/reception.recall").sending(TWICE, TWICE.again()),
          Death.after("check-in-claim/aws2-s3:{{sluice.claims.bucket}}"),
          Death.after("enter-ledger/reception.enter"),
          Death.after("publish-overdue/sweeper.takeOverdue"),
          Death.after("send-ticket/kafka:{{sluice.topics.interactive}}"),
          Death.after("send-ticket/kafka:{{sluice.topics.bulk}}").by(Door.BULK_UPLOAD),
          Death.after("send-ticket/kafka:{{sluice.topics.backlog}}")
              .with("SLUICE_WORK_ENABLED", "false")
              .with("SLUICE_WORK_SHARE", "1")
              .sending(SentPdf.saying("share"), SentPdf.saying("beyond")),
          Death.after("keep-invalid-message/failureRecorder.end").sending(SentPdf.broken()),
          Death.after("carry-out-verdict/failureRecorder.giveBack")
              .with("SLUICE_PARSER_SILENCE", "50s")
              .with("SLUICE_WORK_STOP_WITHIN", "1s")
              .sending(SentPdf.hanging())
              .whileStopping(),
          Death.after("keep-dead-letter/failureRecorder.end") // of the one that was given back
              .with("SLUICE_PARSER_SILENCE", "2s")
              .sending());

  static final List<Death> WORK_AND_DROPS =
      List.of(
          // Not worked on yet, so that its first attempt comes next: without its original.
          Death.after("note-queued/jdbc:dataSource").with("SLUICE_WORK_ENABLED", "false"),
          withoutOriginals("publish-retry/kafka:{{sluice.topics.retry-first}}"),
          withoutOriginals("publish-retry/kafka:{{sluice.topics.retry-second}}"),
          withoutOriginals("publish-retry/kafka:{{sluice.topics.retry-later}}"),
          withoutOriginals("retry-later/failureRecorder.retryLater"),
          Death.after("claim-document/ticketClaims.claim"),
          Death.after("parse-document/claimedFile.write")
              .with("SLUICE_RECENT_ORIGINALS_KEEP_BYTES", "0"),
          Death.after("parse-document/parserActivator.parse"),
          Death.after("store-results/resultWriter.store"),
          large("split-document/splitter.split"),
          large("send-ticket/kafka:{{sluice.topics.parts}}"),
          large("work-part/originalCache.fetch"),
          large("work-part/partWriter.keep"),
          large("claim-whole/ticketClaims.claimWhole"),
          Death.after("take-object/objectReader.open").by(Door.BUCKET),
          Death.after("read-file/fileResults.accepted").by(Door.BUCKET),
          Death.after("take-sftp-files/sftpDisposition.settle").by(Door.FOLDER));

  private Deaths() {}

  /** Some steps by chance, of this many kinds and this many others, with what they need. */
  static Set<String> sample(int kinds, int others, Random random) {
    List<String> rest =
        Stream.of(REQUESTS, WORK_AND_DROPS)
            .flatMap(List::stream)
            .map(Death::step)
            .filter(step -> !ONE_OF_EACH_KIND.contains(step))
            .toList();
    Set<String> steps = new HashSet<>();
    Stream.concat(drawn(ONE_OF_EACH_KIND, random).limit(kinds), drawn(rest, random).limit(others))
        .forEach(
            step -> {
              for (String next = step; next != null; next = NEEDS.get(next)) {
                steps.add(next);
              }
            });
    return steps;
  }

  private static Stream<String> drawn(List<String> steps, Random random) {
    List<String> shuffled = new ArrayList<>(steps);
    Collections.shuffle(shuffled, random);
    return shuffled.stream();
  }

  private static Death large(String step) {
    return Death.after(step).sending(SentPdf.large(step));
  }

  private static Death withoutOriginals(String step) {
    return Death.after(step).with("SLUICE_CLAIMS_BUCKET", BUCKET_WITHOUT_ORIGINALS).sending();
  }
}
