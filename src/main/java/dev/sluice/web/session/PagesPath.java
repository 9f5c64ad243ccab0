package dev.sluice.web.session;

/**
 * Where this server has pages for people. While no such bean exists, nobody is invited to them.
 *
 * @param path such as {@code /app/}
 */
public record PagesPath(String path) {

  /** The path by which somebody logs in. */
  public String with(Invitation invitation) {
    return path + fragment(invitation);
  }

  /** What follows the path; a fragment is sent to no server, and stands in no log. */
  String fragment(Invitation invitation) {
    return "#invitation=" + invitation.token();
  }
}
