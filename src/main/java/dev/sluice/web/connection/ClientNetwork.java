package dev.sluice.web.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one sender can be expected to have whole: an IPv4 address, or an IPv6 network of 64 bits.
 */
public final class ClientNetwork {

  private static final String ELSEWHERE = "elsewhere";
  private static final int NETWORK_BYTES = 8;
  private static final Pattern LITERAL =
      Pattern.compile("\\[?(\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*)]?");

  private ClientNetwork() {}

  /** The name of the network that the address is in. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address
        ? HexFormat.ofDelimiter(":").formatHex(network(address)) + "::/64"
        : address.getHostAddress();
  }

  /**
   * The same for an address in its usual form. What is none, as a proxy may say anything, is one
   * network: no name is looked up.
   */
  public static String of(String address) {
    Matcher literal = LITERAL.matcher(address);
    try {
      return literal.matches() ? of(InetAddress.getByName(literal.group(1))) : ELSEWHERE;
    } catch (UnknownHostException noAddress) {
      return ELSEWHERE;
    }
  }

  private static byte[] network(InetAddress address) {
    return Arrays.copyOf(address.getAddress(), NETWORK_BYTES);
  }
}
