package dev.sluice.embedded;

import dev.sluice.model.spool.PrivateFolder;
import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** A real S3 server in this process that keeps its objects as files. */
record S3Server(S3Proxy server, int port) implements EmbeddedServer {

  static final String REGION = "us-east-1";
  static final String CLAIMS = "sluice-claims";

  /** Where objects are dropped, under the prefix. */
  static final String DROP = "sluice-drop";

  static final String DROP_PREFIX = "in/";

  /** Starts it on the files in the folder, with the buckets for claims and for drops. */
  static S3Server start(Path folder, PortChoice choice, Secrets secrets) throws Exception {
    PrivateFolder.create(folder);
    AtomicBlobStore store = AtomicBlobStore.in(folder);
    store.createBucketIfMissing(CLAIMS);
    store.createBucketIfMissing(DROP);
    int port = choice.resolve();
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(store)
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(
                AuthenticationType.AWS_V2_OR_V4, secrets.s3AccessKey(), secrets.s3SecretKey())
            .build();
    server.start();
    return new S3Server(server, port);
  }

  /** Serves again after it was closed, at the same port. */
  void start() throws Exception {
    server.start();
  }

  /** Where clients find it. */
  String endpoint() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
