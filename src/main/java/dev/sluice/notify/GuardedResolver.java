package dev.sluice.notify;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Finds the addresses that are then connected to, and refuses those that a webhook may not reach. A
 * name is looked up only once, so its answer cannot change between check and connection.
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

  /** Thrown for a name that resolves to an address which a webhook may not reach. */
  static final class AddressRefusedException extends UnknownHostException {

    private static final long serialVersionUID = 1L;
  }
}
