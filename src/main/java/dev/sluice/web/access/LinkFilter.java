package dev.sluice.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes whoever follows a link a {@link Caller} in its owner's name, so that the owner's limits
 * apply.
 */
final class LinkFilter extends OncePerRequestFilter {

  private final List<LinkOwners> links;

  LinkFilter(List<LinkOwners> links) {
    this.links = links;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    links.stream()
        .flatMap(kind -> kind.ownerOf(request.getServletPath()).stream())
        .findFirst()
        .ifPresent(owner -> new Caller(owner, Role.USER).attachTo(request));
    chain.doFilter(request, response);
  }
}
