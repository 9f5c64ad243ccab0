package dev.sluice.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Where a running Sluice is found and what opens it, for scripts and tests. */
public record Endpoints(
    String api,
    String management,
    String apiKey,
    String opsUser,
    String opsPassword,
    String kafka,
    String jdbcUrl,
    S3 s3,
    long pid) {

  /** The S3 server's door. */
  public record S3(
      String endpoint, String accessKey, String secretKey, Map<String, String> buckets) {

    /** Leaves the keys out, so that no log ever shows them. */
    @Override
    public String toString() {
      return "S3[" + endpoint + "]";
    }
  }

  /** Leaves the secrets out, so that no log ever shows them. */
  @Override
  public String toString() {
    return "Endpoints[" + api + ", " + management + "]";
  }

  /** Writes them as JSON that only the owner can read. */
  void writeTo(Path file) throws IOException {
    new PrivateFile(file)
        .write(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(this));
  }
}
