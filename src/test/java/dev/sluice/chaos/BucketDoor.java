package dev.sluice.chaos;

import dev.sluice.guarantee.History;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Drops objects into a bucket. */
record BucketDoor(S3Client s3, String bucket, History history) implements ChaosDoor {

  static final String PREFIX = "in/";

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public List<CorpusPdf> send(Sending sending, List<CorpusPdf> left) {
    CorpusPdf pdf = left.get(0);
    String key = PREFIX + pdf.owner() + "/" + sending.label() + ".pdf";
    s3.putObject(request -> request.bucket(bucket).key(key), RequestBody.fromBytes(pdf.bytes()));
    history.dropped(pdf.document(), name(), key);
    return List.of();
  }
}
