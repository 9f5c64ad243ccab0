package dev.sluice.intake.sftp;

import dev.sluice.intake.DropRule;
import dev.sluice.intake.IntakeSettings;
import dev.sluice.intake.SourceRef;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The address and the rules of the SFTP door, read by its routes. */
@Component
public class SftpDoor {

  /** The route that takes files; its id is also the door's name in logs. */
  public static final String ROUTE = "take-sftp-files";

  private static final int USUAL_PORT = 22;

  private final IntakeSettings intake;
  private final SftpSettings settings;

  SftpDoor(IntakeSettings intake, SftpSettings settings) {
    this.intake = intake;
    this.settings = settings;
  }

  /** Whether this replica takes files from a server. */
  public boolean isOpen() {
    return intake.enabled() && settings.isOpen();
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

  /** The rule for a file, by its path on the server. */
  Optional<DropRule> ruleOf(String path) {
    String below = withoutSlash(path).substring(withoutSlash(settings.folder()).length());
    return DropRule.find(settings.rules(), withoutSlash(below));
  }

  private static String withoutSlash(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
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
