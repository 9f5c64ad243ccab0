package dev.sluice.ops;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.List;
import org.conscrypt.Conscrypt;

/**
 * Offers the message digests of Conscrypt in native code, and nothing else of that provider.
 * Originals are hashed by them. The JDK's digests are as fast only after its C2 compiler has
 * compiled them; where that is off, SHA-256 takes ten times as long.
 */
final class ConscryptDigestProvider extends Provider {

  private static final String NAME = "SluiceNativeDigests";
  private static final String TYPE = "MessageDigest";
  private static final List<String> ALGORITHMS = List.of("SHA-256", "SHA-1", "MD5");

  /** Throws {@link UnsatisfiedLinkError} where the native code cannot be loaded. */
  ConscryptDigestProvider() {
    super(NAME, "1", "Message digests in native code");
    Conscrypt.checkAvailability();
    Provider source = Conscrypt.newProvider();
    ALGORITHMS.forEach(algorithm -> putService(new Digest(source.getService(TYPE, algorithm))));
  }

  private final class Digest extends Service {

    private final Service source;

    private Digest(Service source) {
      super(
          ConscryptDigestProvider.this,
          TYPE,
          source.getAlgorithm(),
          source.getClassName(),
          null,
          null);
      this.source = source;
    }

    @Override
    public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
      return source.newInstance(parameter);
    }
  }
}
