package dev.sluice.web.pages;

import dev.sluice.web.session.PagesPath;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Opens the pages and the API's docs to everybody: they hold nothing, and ask for a login
 * themselves.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

  /** Scripts and styles of this server alone, none of them within a page. */
  private static final String PAGES_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** The browser of the API writes styles of its own, and has its signs in them. */
  private static final String DOCS_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  @Bean
  PagesPath pagesPath() {
    return new PagesPath("/app/");
  }

  @Bean
  @Order(0)
  SecurityFilterChain pages(HttpSecurity http) throws Exception {
    return openToAll(http.securityMatcher("/app", "/app/**"), PAGES_POLICY);
  }

  @Bean
  @Order(0)
  SecurityFilterChain docs(HttpSecurity http) throws Exception {
    return openToAll(http.securityMatcher("/api/docs", "/api/docs/**"), DOCS_POLICY);
  }

  private static SecurityFilterChain openToAll(HttpSecurity http, String policy) throws Exception {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(
            headers ->
                headers
                    .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                    .contentSecurityPolicy(content -> content.policyDirectives(policy))
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .build();
  }
}
