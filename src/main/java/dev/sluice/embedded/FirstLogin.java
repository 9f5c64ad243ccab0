package dev.sluice.embedded;

import dev.sluice.web.session.Invitation;
import dev.sluice.web.session.Invitations;
import dev.sluice.web.session.PagesPath;
import java.util.Optional;
import org.springframework.context.ApplicationContext;

/** Invites whoever started Sluice to its pages, if there are any. */
record FirstLogin(ApplicationContext application) {

  /** The link, good once and on this machine; empty where lines of JSON go to a log collector. */
  Optional<String> link(String address) {
    return Optional.ofNullable(application.getBeanProvider(PagesPath.class).getIfAvailable())
        .filter(pages -> !isForMachines())
        .map(pages -> address + pages.with(invite()));
  }

  private Invitation invite() {
    String owner = application.getEnvironment().getRequiredProperty("sluice.bootstrap.owner");
    return application.getBean(Invitations.class).inviteToThisMachine(owner);
  }

  private boolean isForMachines() {
    return application.getEnvironment().containsProperty("logging.structured.format.console");
  }
}
