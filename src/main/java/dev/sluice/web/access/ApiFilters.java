package dev.sluice.web.access;

import dev.sluice.web.problem.ProblemWriter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.stereotype.Component;

/** Makes the filters that find the caller of the API. As beans they would filter all requests. */
@Component
class ApiFilters {

  private final ValidKeys keys;
  private final CookieSessions sessions;
  private final LoginMetrics logins;
  private final AuditLog audit;
  private final ProblemWriter problems;

  ApiFilters(
      ValidKeys keys,
      CookieSessions sessions,
      LoginMetrics logins,
      AuditLog audit,
      ProblemWriter problems) {
    this.keys = keys;
    this.sessions = sessions;
    this.logins = logins;
    this.audit = audit;
    this.problems = problems;
  }

  /** Adds them in their order: who sent a key or a login of its own is known before them. */
  void addTo(HttpSecurity http) {
    http.addFilterAfter(new SessionFilter(sessions, problems), BasicAuthenticationFilter.class)
        .addFilterAfter(new ApiKeyFilter(keys, logins), SessionFilter.class)
        .addFilterAfter(new AuditFilter(audit::enter), ApiKeyFilter.class);
  }
}
