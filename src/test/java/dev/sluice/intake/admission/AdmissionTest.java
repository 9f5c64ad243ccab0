package dev.sluice.intake.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.fixture.TestClock;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class AdmissionTest {

  private static final long ENDLESS = Long.MAX_VALUE;

  private final TestClock clock = new TestClock();
  private final AtomicLong disk = new AtomicLong(ENDLESS);

  @Test
  void noDocumentEntersBeyondTheNumberOfDocuments() {
    // Given
    Admission admission = Admissions.of(2, 1000);
    admission.enter(0);
    Credit second = admission.enter(0);

    // When, Then
    assertThat(admission.isOpen()).isFalse();
    assertRefused(Gate.DOCUMENTS, admission, () -> admission.enter(0));

    second.close();
    assertThat(admission.isOpen()).isTrue();
    admission.enter(0);
  }

  @Test
  void largeDocumentsHaveToFitInTogether() {
    Admission admission = Admissions.of(10, 1000);
    Credit first = admission.enter(600);

    assertRefused(Gate.BYTES, admission, () -> admission.enter(401));
    Credit second = admission.enter(0);
    second.cover(400);
    assertRefused(Gate.BYTES, admission, () -> second.cover(401));

    first.close();
    second.cover(1000);
  }

  @Test
  void aBrokenPromiseDoesNotKeepSmallDocumentsOut() {
    // Given: all there is was announced, and nothing of it has come
    Admission admission = Admissions.of(10, 100_000);
    for (int n = 0; n < 4; n++) {
      admission.enter(25_000);
    }
    assertRefused(Gate.BYTES, admission, () -> admission.enter(101));

    // When
    Credit small = admission.enter(100);
    small.cover(100);

    // Then
    assertThat(admission.isOpen()).isTrue();
    assertThat(admission.bytes()).isEqualTo(100);
  }

  @Test
  void nothingIsLetInBeyondTheBytesThatHaveReallyCome() {
    // Given
    Admission admission = Admissions.of(10, 100_000);
    Credit large = admission.enter(100_000);
    large.cover(99_900);
    Credit small = admission.enter(100);
    small.cover(100);

    // When, Then
    assertThat(admission.isOpen()).isFalse();
    assertRefused(Gate.BYTES, admission, () -> admission.enter(1));
    assertRefused(Gate.BYTES, admission, () -> large.cover(100_000));
    small.close();
    large.cover(100_000);
  }

  @Test
  void aCreditIsGivenBackOnce() {
    Admission admission = Admissions.of(1, 1000);
    Credit credit = admission.enter(1000);

    credit.close();
    credit.close();

    assertThat(admission.documents()).isZero();
    admission.enter(1000);
    assertRefused(Gate.DOCUMENTS, admission, () -> admission.enter(1));
  }

  @Test
  void aLoneDocumentFindsRoomHoweverLarge() {
    Admission admission = Admissions.of(2, 10);
    Credit credit = admission.enter(11);

    credit.cover(12);

    assertRefused(Gate.BYTES, admission, () -> admission.enter(1));
    credit.close();
    assertThat(admission.bytes()).isZero();
  }

  @Test
  void theDiskKeepsItsReserveWhateverIsStillToCome() {
    // Given: room for 50 and the reserve
    disk.set(Admissions.FREE_DISK + 50);
    Admission admission = Admissions.of(10, 1000, disk::get, clock);
    assertRefused(Gate.DISK, admission, () -> admission.enter(51));

    // When
    Credit announced = admission.enter(40);

    // Then
    assertRefused(Gate.DISK, admission, () -> admission.enter(11));
    Credit unannounced = admission.enter(0);
    unannounced.cover(10);
    disk.addAndGet(-10);
    assertRefused(Gate.DISK, admission, () -> unannounced.cover(11));

    // And: what was promised may use the reserve up
    disk.set(20);
    announced.cover(40);
    assertThat(admission.closedGate()).contains(Gate.DISK);
  }

  @Test
  void whoIsKeptOutHearsHowLongOthersTookLately() {
    // Given
    Admission admission = Admissions.of(1, 1000, disk::get, clock);
    takeFor(Duration.ofMillis(16_000), admission);
    takeFor(Duration.ofMillis(32_000), admission);
    admission.enter(0);

    // When, Then: 16 s and an eighth of the 16 s more
    assertThat(retryAfter(() -> admission.enter(0))).isEqualTo(Duration.ofSeconds(18));
  }

  @Test
  void theWaitIsNeverShorterThanASecondNorLongerThanFiveMinutes() {
    // Given
    Admission quick = Admissions.of(1, 1000, disk::get, clock);
    Admission slow = Admissions.of(1, 1000, disk::get, clock);
    takeFor(Duration.ofHours(1), slow);
    quick.enter(0);
    slow.enter(0);

    // When, Then
    assertThat(retryAfter(() -> quick.enter(0))).isEqualTo(Duration.ofSeconds(1));
    assertThat(retryAfter(() -> slow.enter(0))).isEqualTo(Duration.ofSeconds(300));
  }

  @Test
  void aFullQueueClosesTheDoorsForAsLongAsItTakesToDrain() {
    // Given: ten may wait, and thirty do
    AdmissionSettings settings = Admissions.settings(10, 1000);
    QueueDepth queue = new QueueDepth(settings, clock);
    Admission admission = new Admission(settings, queue, disk::get, clock);
    clock.pass(Duration.ofSeconds(10));
    queue.note(30);

    // When, Then: how fast they are worked on is unknown until they are counted again
    assertRefused(Gate.QUEUE, admission, () -> admission.enter(1));
    assertThat(retryAfter(() -> admission.enter(1))).isEqualTo(settings.recount());

    // When, Then: five in ten seconds, so the sixteen too many take 32
    clock.pass(Duration.ofSeconds(10));
    queue.note(25);
    assertThat(retryAfter(() -> admission.enter(1))).isEqualTo(Duration.ofSeconds(32));

    // When, Then: it has stopped
    queue.note(25);
    assertThat(retryAfter(() -> admission.enter(1))).isEqualTo(Duration.ofSeconds(300));

    // When, Then
    queue.note(9);
    assertThat(admission.isOpen()).isTrue();
  }

  @Test
  void aLimitThatLetsNothingInIsRefusedByName() {
    assertSettingRefused("documents", 0, 1, 1, 1);
    assertSettingRefused("bytes", 1, 0, 1, 1);
    assertSettingRefused("queue-depth", 1, 1, 0, 1);
    assertSettingRefused("recount", 1, 1, 1, 0);
  }

  private static void assertSettingRefused(
      String key, int documents, long bytes, int queueDepth, int recountSeconds) {
    assertThatThrownBy(
            () ->
                new AdmissionSettings(
                    documents,
                    DataSize.ofBytes(bytes),
                    queueDepth,
                    Duration.ofSeconds(recountSeconds),
                    DataSize.ofBytes(0)))
        .hasMessageContaining("sluice.admission." + key);
  }

  private static void assertRefused(Gate gate, Admission admission, ThrowingCallable entry) {
    long before = admission.refusals(gate);
    assertThat(refusal(entry).code()).isEqualTo(FailureCode.ADMISSION_CLOSED);
    assertThat(admission.refusals(gate)).isEqualTo(before + 1);
  }

  private void takeFor(Duration time, Admission admission) {
    try (Credit credit = admission.enter(0)) {
      credit.cover(1);
      clock.pass(time);
    }
  }

  private static Duration retryAfter(ThrowingCallable entry) {
    return ((Failure.Transient) refusal(entry)).retryAfter();
  }

  private static Failure refusal(ThrowingCallable entry) {
    return catchThrowableOfType(FailureException.class, entry).failure();
  }
}
