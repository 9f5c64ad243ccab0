package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.AtOnce;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3ServerTest {

  private static final String BUCKET = "sluice-claims";
  private static final int SIZE = 2_000_000;
  private static final int PART = 5 * 1024 * 1024;

  @TempDir Path folder;
  private S3Server server;
  private S3Client client;

  @BeforeEach
  void start() throws Exception {
    Secrets secrets = new Secrets("", "", "access", "secret", "", "", "", "");
    server = S3Server.start(folder, PortChoice.any(""), secrets);
    client = TestS3.client(server.endpoint(), "access", "secret");
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    server.close();
  }

  @Test
  void aReaderNeverSeesAMixedOrShortObject() {
    // Given
    put("key", filled('a'));
    AtomicInteger reads = new AtomicInteger();

    // When
    Set<String> mixed =
        whileWriting(
            () -> IntStream.range(0, 30).forEach(i -> put("key", filled(i % 2 == 0 ? 'a' : 'b'))),
            () -> {
              reads.incrementAndGet();
              return Stream.of(client.getObjectAsBytes(get -> get.bucket(BUCKET).key("key")))
                  .filter(object -> !uniform(object.asByteArrayUnsafe()))
                  .map(object -> "mixed");
            });

    // Then
    assertThat(reads).hasPositiveValue();
    assertThat(mixed).isEmpty();
  }

  @Test
  void aListShowsWholeObjectsOnly() {
    // Given
    put("in/0", filled('x'));

    // When
    Set<String> strange =
        whileWriting(
            () -> {
              IntStream.range(0, 20).forEach(i -> put("in/" + i, filled('x')));
              upload("in/large", 2);
              copy("in/0", "in/copy");
            },
            () ->
                list("in/").stream()
                    .filter(object -> object.size() != SIZE && object.size() != 2L * PART)
                    .map(S3Object::key));

    // Then
    assertThat(strange).isEmpty();
    assertThat(list("in/")).hasSize(22);
  }

  @Test
  void aMultipartUploadAppearsWholeWithItsMetadata() {
    // When
    upload("large", 3);

    // Then
    try (ResponseInputStream<GetObjectResponse> object =
        client.getObject(get -> get.bucket(BUCKET).key("large"))) {
      assertThat(object.response().contentType()).isEqualTo("application/pdf");
      assertThat(object.response().metadata()).containsEntry("owner", "me");
      assertThat(object.readAllBytes()).hasSize(3 * PART).endsWith((byte) 2);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Test
  void anAbortedUploadLeavesNothing() {
    // Given
    String id = client.createMultipartUpload(create -> create.bucket(BUCKET).key("k")).uploadId();
    part("k", id, 1);

    // When
    client.abortMultipartUpload(abort -> abort.bucket(BUCKET).key("k").uploadId(id));

    // Then
    assertThat(list("")).isEmpty();
    assertThat(client.listMultipartUploads(uploads -> uploads.bucket(BUCKET)).uploads()).isEmpty();
  }

  @Test
  void aCopyKeepsContentAndMetadataAndAMoveTakesTheSourceAway() throws IOException {
    // Given
    client.putObject(
        put -> put.bucket(BUCKET).key("from").contentType("application/pdf"),
        RequestBody.fromString("hello"));

    // When
    copy("from", "done/to");
    client.deleteObject(delete -> delete.bucket(BUCKET).key("from"));

    // Then
    assertThat(list("")).extracting(S3Object::key).containsExactly("done/to");
    assertThat(client.headObject(head -> head.bucket(BUCKET).key("done/to")).contentType())
        .isEqualTo("application/pdf");
    try (Stream<Path> stage = Files.walk(folder.resolve("stage"))) {
      assertThat(stage.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void onlyTheFirstOfTwoConditionalWritersWins() {
    // Given
    client.putObject(
        put -> put.bucket(BUCKET).key("once").ifNoneMatch("*"), RequestBody.fromString("first"));

    // When, then
    assertThatThrownBy(
            () ->
                client.putObject(
                    put -> put.bucket(BUCKET).key("once").ifNoneMatch("*"),
                    RequestBody.fromString("second")))
        .isInstanceOfSatisfying(
            S3Exception.class, failure -> assertThat(failure.statusCode()).isEqualTo(412));
    assertThat(client.getObjectAsBytes(get -> get.bucket(BUCKET).key("once")).asUtf8String())
        .isEqualTo("first");
  }

  @Test
  void aMissingObjectAndAKeyOutsideTheBucketAreRefused() {
    assertThatThrownBy(() -> client.getObject(get -> get.bucket(BUCKET).key("nothing")))
        .isInstanceOf(NoSuchKeyException.class);
    assertThatThrownBy(() -> copy("nothing", "to")).isInstanceOf(S3Exception.class);
    assertThatThrownBy(() -> put("../../secrets.properties", filled('x')))
        .isInstanceOf(S3Exception.class);
    assertThat(folder.resolveSibling("secrets.properties")).doesNotExist();
  }

  private static Set<String> whileWriting(Runnable writing, Supplier<Stream<String>> look) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    CompletableFuture<Void> writer =
        AtOnce.start(
            () -> {
              writing.run();
              return null;
            });
    do {
      look.get().forEach(seen::add);
    } while (!writer.isDone());
    writer.join();
    return seen;
  }

  private void put(String key, byte[] content) {
    client.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(content));
  }

  private void copy(String from, String to) {
    client.copyObject(
        copy ->
            copy.sourceBucket(BUCKET).sourceKey(from).destinationBucket(BUCKET).destinationKey(to));
  }

  private List<S3Object> list(String prefix) {
    return client.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents();
  }

  private void upload(String key, int parts) {
    String id =
        client
            .createMultipartUpload(
                create ->
                    create
                        .bucket(BUCKET)
                        .key(key)
                        .contentType("application/pdf")
                        .metadata(java.util.Map.of("owner", "me")))
            .uploadId();
    List<CompletedPart> done =
        IntStream.range(0, parts).mapToObj(number -> part(key, id, number + 1)).toList();
    client.completeMultipartUpload(
        complete ->
            complete
                .bucket(BUCKET)
                .key(key)
                .uploadId(id)
                .multipartUpload(upload -> upload.parts(done)));
  }

  private CompletedPart part(String key, String id, int number) {
    byte[] content = new byte[PART];
    Arrays.fill(content, (byte) (number - 1));
    String tag =
        client
            .uploadPart(
                part -> part.bucket(BUCKET).key(key).uploadId(id).partNumber(number),
                RequestBody.fromBytes(content))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(tag).build();
  }

  private static byte[] filled(char content) {
    byte[] bytes = new byte[SIZE];
    Arrays.fill(bytes, (byte) content);
    return bytes;
  }

  private static boolean uniform(byte[] content) {
    return content.length == SIZE && Arrays.equals(content, filled((char) content[0]));
  }
}
