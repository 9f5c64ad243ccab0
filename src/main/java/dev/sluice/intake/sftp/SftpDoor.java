package dev.sluice.intake.sftp;

import dev.sluice.intake.SourceRef;
import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.stereotype.Component;

/** Where the SFTP door is; read by its routes. */
@Component
public class SftpDoor {

  private static final int USUAL_PORT = 22;

  private final SftpSettings settings;

  SftpDoor(SftpSettings settings) {
    this.settings = settings;
  }

  /** Whether a server is configured. */
  public boolean isOpen() {
    return settings.isOpen();
  }

  /** Host, port and folder as a Camel endpoint wants them; of a closed door, some that fit. */
  public String address() {
    return isOpen() ? encoded(settings.host(), settings.port(), settings.folder()) : "closed/door";
  }

  /** How a file is named in the ledger and to people, by its path on the server. */
  String refOf(String path) {
    String port = settings.port() == USUAL_PORT ? "" : ":" + settings.port();
    return SourceRef.of("sftp://" + settings.host() + port + "/" + path);
  }

  private static String encoded(String host, int port, String folder) {
    try {
      URI uri = new URI("sftp", null, host, port, "/" + folder, null, null);
      return uri.toASCIIString().substring("sftp://".length());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("sluice.sftp.host or folder is malformed", e);
    }
  }
}
