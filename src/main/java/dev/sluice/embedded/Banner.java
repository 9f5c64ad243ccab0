package dev.sluice.embedded;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Tells whoever started Sluice where it is, once it is ready, and how to try each door.
 *
 * @param pages the link by which the first user logs in; empty if there are no pages
 */
record Banner(Endpoints at, Optional<String> pages, Path dataDir, Path sshConfig) {

  /** The text as it is printed. */
  String text() {
    return """

          Sluice is ready: PDFs in, rows out, none lost.

        %s  API       %s/api/v1
          Docs      %s/api/docs
          Console   %s/hawtio  (user %s, password %s)
          API key   %s
          SFTP      sftp://%s:%d/%s  (user %s, password %s)
          S3        %s
          Data      %s

          Try it, by any of three doors:
          %s
          %s
          %s
        """
        .formatted(
            pages.map(link -> "  Pages     " + link + "  (once, for 15 minutes)\n").orElse(""),
            at.api(),
            at.api(),
            at.management(),
            at.opsUser(),
            at.opsPassword(),
            at.apiKey(),
            at.sftp().host(),
            at.sftp().port(),
            at.sftp().folder(),
            at.sftp().user(),
            at.sftp().password(),
            dropFolder(),
            dataDir,
            upload(),
            putBySftp(),
            putByS3());
  }

  private String upload() {
    return "curl -sS -X POST %s/api/v1/uploads -H 'Authorization: Bearer %s'"
            .formatted(at.api(), at.apiKey())
        + " -H 'Content-Type: application/pdf' --data-binary @docs/sample.pdf";
  }

  private String putBySftp() {
    return "echo put docs/sample.pdf | sftp -F '%s' sluice:%s"
        .formatted(fromHere(sshConfig), at.sftp().folder());
  }

  /** Without the header, curl would sign an empty body. */
  private String putByS3() {
    return "curl -sS --aws-sigv4 aws:amz:us-east-1:s3 --user '%s:%s'"
            .formatted(at.s3().accessKey(), at.s3().secretKey())
        + " -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' --upload-file docs/sample.pdf "
        + dropFolder();
  }

  private String dropFolder() {
    return at.s3().endpoint() + "/" + at.s3().dropBucket() + "/" + at.s3().dropPrefix();
  }

  /** The path relative to the working directory if it lies below it, as that is shorter to type. */
  private static Path fromHere(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
