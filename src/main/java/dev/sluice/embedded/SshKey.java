package dev.sluice.embedded;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.util.security.SecurityUtils;

/** A key pair in OpenSSH's file format, generated when it is first needed. */
record SshKey(Path file, KeyPair pair) {

  private static final String TYPE = "ecdsa-sha2-nistp256";
  private static final int BITS = 256;

  /** The pair kept in the file, or a new one that is kept there from now on. */
  static SshKey keptIn(Path file) throws IOException, GeneralSecurityException {
    if (!Files.exists(file)) {
      write(KeyUtils.generateKeyPair(TYPE, BITS), file);
    }
    return new SshKey(file, read(file));
  }

  /** The public key in one line: its type and its bytes. */
  String publicLine() {
    return PublicKeyEntry.toString(pair.getPublic());
  }

  private static void write(KeyPair pair, Path file) throws IOException, GeneralSecurityException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(pair, "sluice", null, content);
    new PrivateFile(file).write(content.toByteArray());
  }

  private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
    try (InputStream content = Files.newInputStream(file)) {
      return SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName(file.toString()), content, null)
          .iterator()
          .next();
    }
  }
}
