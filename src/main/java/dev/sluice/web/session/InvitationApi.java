package dev.sluice.web.session;

import dev.sluice.web.access.AuditFilter;
import dev.sluice.web.access.Caller;
import dev.sluice.web.access.OwnerName;
import dev.sluice.web.access.Role;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's call by which ops invite an owner to log in. */
@Component
public class InvitationApi {

  private final Invitations invitations;
  private final JsonBody json;

  InvitationApi(Invitations invitations, JsonBody json) {
    this.invitations = invitations;
    this.json = json;
  }

  /** Makes an invitation from a body {@code {owner, role?}}. */
  public Invitation create(@Header("CamelHttpServletRequest") HttpServletRequest http)
      throws IOException {
    Guest guest = json.read(http, Guest.class, "{owner, role?}");
    Invitation invitation = invitations.invite(guest.checked());
    AuditFilter.made(http, invitation.id());
    return invitation;
  }

  private record Guest(String owner, Role role) {

    Caller checked() {
      return new Caller(OwnerName.checked(owner), role == null ? Role.USER : role);
    }
  }
}
