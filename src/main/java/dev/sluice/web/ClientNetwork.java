package dev.sluice.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What one sender can be expected to have whole: an IPv4 address, or an IPv6 network of 64 bits.
 */
public final class ClientNetwork {

  private static final int NETWORK_BYTES = 8;

  private ClientNetwork() {}

  /** The name of the network that the address is in. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.ofDelimiter(":").formatHex(network(address)) + "::/64"
        : address.getHostAddress();
  }

  private static byte[] network(InetAddress address) {
    return Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
  }
}
