package dev.sluice.embedded;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The addresses and credentials of a running Sluice, for scripts and tests.
 *
 * @param kafka host and port of the broker
 * @param kafkaProperties by which a client logs in to it
 * @param jdbcUrl of the database, with the credentials of Sluice's role
 */
public record Endpoints(
    String api,
    String management,
    String apiKey,
    String opsUser,
    String opsPassword,
    String kafka,
    Map<String, String> kafkaProperties,
    String jdbcUrl,
    S3 s3,
    Sftp sftp,
    long pid) {

  /**
   * The S3 server and the door in it.
   *
   * @param dropBucket where objects are dropped, under {@code dropPrefix}
   */
  public record S3(
      String endpoint,
      String accessKey,
      String secretKey,
      Map<String, String> buckets,
      String dropBucket,
      String dropPrefix) {

    /** Leaves the keys out, so that no log ever shows them. */
    @Override
    public String toString() {
      return "S3[" + endpoint + "]";
    }
  }

  /**
   * The SFTP server and the door in it.
   *
   * @param knownHostKey one line of a known_hosts file
   * @param folder where files are dropped
   */
  public record Sftp(
      String host, int port, String user, String password, String knownHostKey, String folder) {

    /** Leaves the password out, so that no log ever shows it. */
    @Override
    public String toString() {
      return "Sftp[" + host + ":" + port + "]";
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
