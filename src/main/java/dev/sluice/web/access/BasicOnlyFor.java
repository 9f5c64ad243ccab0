package dev.sluice.web.access;

import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Has a password looked at only where it is needed: each look costs a hash. */
final class BasicOnlyFor implements ObjectPostProcessor<BasicAuthenticationFilter> {

  private final BasicAuthenticationConverter converter = new BasicAuthenticationConverter();
  private final RequestMatcher needed;

  BasicOnlyFor(RequestMatcher needed) {
    this.needed = needed;
  }

  @Override
  public <O extends BasicAuthenticationFilter> O postProcess(O filter) {
    filter.setAuthenticationConverter(
        request -> needed.matches(request) ? converter.convert(request) : null);
    return filter;
  }
}
