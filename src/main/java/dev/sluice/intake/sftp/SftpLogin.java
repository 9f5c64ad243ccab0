package dev.sluice.intake.sftp;

import static dev.sluice.intake.sftp.SftpSettings.isSet;

import java.nio.charset.StandardCharsets;
import org.apache.camel.Endpoint;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.spi.EndpointStrategy;
import org.springframework.stereotype.Component;

/**
 * Gives the SFTP endpoints of the routes their login and the one host key to trust. So no secret is
 * part of an address, where consoles and logs would show it.
 */
@Component
class SftpLogin implements EndpointStrategy {

  private final SftpSettings settings;

  SftpLogin(SftpSettings settings) {
    this.settings = settings;
  }

  @Override
  public Endpoint registerEndpoint(String uri, Endpoint endpoint) {
    if (settings.isOpen() && endpoint instanceof SftpEndpoint sftp) {
      logIn(sftp.getConfiguration());
      if (sftp.getProcessStrategy() != null
          && isSet(settings.doneSuffix())) { // the route takes files
        sftp.setDoneFileName("${file:name}" + settings.doneSuffix());
      }
    }
    return endpoint;
  }

  private void logIn(SftpConfiguration login) {
    login.setUsername(settings.user());
    if (isSet(settings.password())) {
      login.setPassword(settings.password());
    }
    if (isSet(settings.privateKey())) {
      login.setPrivateKey(bytes(settings.privateKey()));
    }
    if (isSet(settings.privateKeyFile())) {
      login.setPrivateKeyFile(settings.privateKeyFile());
    }
    if (isSet(settings.passphrase())) {
      login.setPrivateKeyPassphrase(settings.passphrase());
    }
    if (isSet(settings.knownHosts())) {
      login.setKnownHosts(bytes(settings.knownHosts()));
    }
    if (isSet(settings.knownHostsFile())) {
      login.setKnownHostsFile(settings.knownHostsFile());
    }
  }

  /** The bytes of a key or of a list of hosts, which must end with a line feed. */
  private static byte[] bytes(String text) {
    return (text.strip() + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
