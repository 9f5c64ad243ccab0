package dev.sluice.notify;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses that are then connected to, and refuses those that a webhook may not reach.
 * As nobody looks a name up a second time, its answer cannot change in between.
 */
final class GuardedResolver implements DnsResolver {

  private final DnsResolver resolver = SystemDefaultDnsResolver.INSTANCE;
  private final boolean allowPrivate;

  GuardedResolver(boolean allowPrivate) {
    this.allowPrivate = allowPrivate;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] found = resolver.resolve(host);
    if (!allowPrivate && !Stream.of(found).allMatch(PublicAddress::is)) {
      throw new AddressRefusedException();
    }
    return found;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return resolver.resolveCanonicalHostname(host);
  }

  /** A name leads to where a webhook may not go. */
  static final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;
  }
}
