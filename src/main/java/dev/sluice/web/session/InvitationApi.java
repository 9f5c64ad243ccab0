package dev.sluice.web.session;

import dev.sluice.web.ServerAddress;
import dev.sluice.web.access.AuditFilter;
import dev.sluice.web.access.Caller;
import dev.sluice.web.access.OwnerName;
import dev.sluice.web.access.Role;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's call by which ops invite an owner to log in. */
@Component
public class InvitationApi {

  private final Invitations invitations;
  private final JsonBody json;
  private final ServerAddress address;
  private final Optional<PagesPath> pages;

  InvitationApi(
      Invitations invitations, JsonBody json, ServerAddress address, Optional<PagesPath> pages) {
    this.invitations = invitations;
    this.json = json;
    this.address = address;
    this.pages = pages;
  }

  /** Makes an invitation from a body {@code {owner, role?}}. */
  public InvitationView create(@Header("CamelHttpServletRequest") HttpServletRequest http)
      throws IOException {
    Guest guest = json.read(http, Guest.class, "{owner, role?}");
    Invitation invitation = invitations.invite(guest.checked());
    AuditFilter.made(http, invitation.id());
    String url =
        pages.map(path -> address.link(http, path.path()) + path.fragment(invitation)).orElse(null);
    return new InvitationView(invitation, url);
  }

  private record Guest(String owner, Role role) {

    Caller checked() {
      return new Caller(OwnerName.checked(owner), role == null ? Role.USER : role);
    }
  }
}
