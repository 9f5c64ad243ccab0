package dev.sluice.web.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Secures the API by keys, calendar links by their own secret, and everything else by the ops
 * login. Only health is open.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  /** Second rounds of requests that passed in their first. */
  private static final DispatcherType[] PASSED_ALREADY = {
    DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.INCLUDE
  };

  /** The only calls of the API for which the ops login is good. */
  private static final RequestMatcher OPS_CALLS =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/ops/**");

  private static final RequestMatcher ROOT = PathPatternRequestMatcher.withDefaults().matcher("/");

  /** Spring's own, and a link of the console, with which no other site sends the session. */
  private static final RequestMatcher LOGOUT =
      new OrRequestMatcher(
          PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/logout"),
          PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/hawtio/auth/logout"));

  /**
   * Hashes at the lowest strength. The password is in the configuration as it is, so a slow hash
   * would protect nothing, and would cost each scrape of the metrics a tenth of a second of CPU.
   */
  @Bean
  AuthenticationProvider opsLogin(OpsSettings settings, LoginMetrics metrics) {
    PasswordEncoder encoder = new BCryptPasswordEncoder(4);
    var provider =
        new DaoAuthenticationProvider(
            new InMemoryUserDetailsManager(
                User.withUsername(settings.user())
                    .password(encoder.encode(settings.password()))
                    .roles(Role.OPS.name())
                    .build()));
    provider.setPasswordEncoder(encoder);
    return new OpsLoginProvider(provider, new FailedLogins(Clock.systemUTC()), metrics);
  }

  @Bean
  LoginVerifier loginVerifier(
      AuthenticationProvider opsLogin, OpsSettings settings, LoginMetrics metrics) {
    return new LoginVerifier(
        opsLogin, settings.user(), new FailedLogins(Clock.systemUTC()), metrics);
  }

  /** Requests are observed as a whole; each filter on its own would cost and tell little. */
  @Bean
  SecurityObservationSettings filtersAreNotObserved() {
    return SecurityObservationSettings.noObservations();
  }

  /**
   * Leaves methods, parameters and headers to those who refuse them with a problem. Its own refusal
   * comes in the middle of their work, and the rules here go by address.
   */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterNames(name -> true);
    firewall.setAllowedHeaderNames(name -> true);
    firewall.setAllowedHeaderValues(value -> true);
    firewall.setUnsafeAllowAnyHttpMethod(true);
    return firewall;
  }

  @Bean
  @Order(1)
  SecurityFilterChain api(HttpSecurity http, ApiFilters filters, ProblemWriter problems)
      throws Exception {
    filters.addTo(http);
    AuthenticationEntryPoint unauthorized =
        unlessTooMany(
            problems,
            (request, response, e) -> {
              response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"sluice\"");
              problems.write(
                  request, response, FailureCode.UNAUTHORIZED, "No valid API key was sent.");
            });
    return http.securityMatcher("/api/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(PASSED_ALREADY)
                    .permitAll()
                    .requestMatchers(SessionFilter.LOGIN)
                    .permitAll()
                    .requestMatchers(OPS_CALLS)
                    .hasRole(Role.OPS.name())
                    .anyRequest()
                    .authenticated())
        .httpBasic(
            basic ->
                basic
                    .authenticationEntryPoint(unauthorized)
                    .withObjectPostProcessor(new BasicOnlyFor(OPS_CALLS)))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(unauthorized)
                    .accessDeniedHandler(
                        (request, response, e) ->
                            problems.write(
                                request,
                                response,
                                FailureCode.FORBIDDEN,
                                "Your key's role does not allow this.")))
        .headers(AccessConfiguration::keepNothingUnlessToldOtherwise)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .build();
  }

  /** A link holds its secret in its path: whoever has it needs no key. */
  @Bean
  @Order(2)
  SecurityFilterChain links(HttpSecurity http, List<LinkOwners> links) throws Exception {
    return http.securityMatcher("/calendars/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterAfter(new LinkFilter(links), BasicAuthenticationFilter.class)
        .headers(AccessConfiguration::keepNothingUnlessToldOtherwise)
        .headers(
            headers -> headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER)))
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(csrf -> csrf.disable())
        .requestCache(cache -> cache.disable())
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain ops(
      HttpSecurity http, AuditLog audit, ObjectMapper json, ProblemWriter problems)
      throws Exception {
    var basicLogin = new BasicAuthenticationEntryPoint();
    basicLogin.setRealmName("sluice");
    // Hawtio reads the token from a cookie and sends it back as a header.
    var csrfHandler = new CsrfTokenRequestAttributeHandler();
    csrfHandler.setCsrfRequestAttributeName(null);
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(PASSED_ALREADY)
                    .permitAll()
                    .requestMatchers(ROOT)
                    .permitAll()
                    .requestMatchers("/health/**", "/health")
                    .permitAll()
                    .requestMatchers(JolokiaRequests.REFUSED)
                    .denyAll()
                    .anyRequest()
                    .hasRole(Role.OPS.name()))
        .exceptionHandling(
            handling ->
                handling.defaultAuthenticationEntryPointFor(
                    (request, response, e) ->
                        problems.write(
                            request, response, FailureCode.NOT_FOUND, "There is no such address."),
                    new AddressOfNothing()))
        .formLogin(form -> form.withObjectPostProcessor(new RelativeLoginPage()))
        .logout(logout -> logout.logoutRequestMatcher(LOGOUT))
        .httpBasic(
            basic ->
                basic
                    .authenticationEntryPoint(unlessTooMany(problems, basicLogin))
                    .withObjectPostProcessor(new BasicOnlyFor(new NegatedRequestMatcher(ROOT))))
        .headers(AccessConfiguration::askForTls)
        .addFilterAfter(new ConsoleAuditFilter(audit::enter, json), BasicAuthenticationFilter.class)
        .addFilterAfter(new ConsoleUserFilter(json), AuthorizationFilter.class)
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                    .csrfTokenRequestHandler(csrfHandler))
        .build();
  }

  private static AuthenticationEntryPoint unlessTooMany(
      ProblemWriter problems, AuthenticationEntryPoint entry) {
    return (request, response, e) -> {
      if (e instanceof TooManyLogins tooMany) {
        problems.write(request, response, tooMany.failure());
      } else {
        entry.commence(request, response, e);
      }
    };
  }

  /**
   * One header, as an answer that may be kept replaces it. Spring's default are three, and the
   * other two would speak against the answer.
   */
  private static void keepNothingUnlessToldOtherwise(HeadersConfigurer<HttpSecurity> headers) {
    askForTls(headers);
    headers
        .cacheControl(threeHeaders -> threeHeaders.disable())
        .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store"));
  }

  /** For this host only: what runs on the hosts below it is not known here. */
  private static void askForTls(HeadersConfigurer<HttpSecurity> headers) {
    headers.httpStrictTransportSecurity(tls -> tls.includeSubDomains(false));
  }
}
