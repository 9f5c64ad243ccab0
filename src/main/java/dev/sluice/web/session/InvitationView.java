package dev.sluice.web.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An invitation as whoever makes it sees it.
 *
 * @param url where the invited person logs in by it; null where there are no pages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record InvitationView(@JsonUnwrapped Invitation invitation, String url) {

  /** Leaves out the link, which holds the token. */
  @Override
  public String toString() {
    return "InvitationView[" + invitation.id() + "]";
  }
}
