package dev.sluice.web.access;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/** Has the address of the login page name no host, which would be the caller's word. */
final class RelativeLoginPage implements ObjectPostProcessor<LoginUrlAuthenticationEntryPoint> {

  @Override
  public <O extends LoginUrlAuthenticationEntryPoint> O postProcess(O entry) {
    entry.setFavorRelativeUris(true);
    return entry;
  }
}
