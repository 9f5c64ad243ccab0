package dev.sluice.notify;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public internet from local, private and special-purpose ones. */
final class PublicAddress {

  /** The IANA's special-purpose blocks that are not globally reachable, and multicast. */
  private static final List<AddressBlock> SPECIAL_V4 =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10", // shared by a provider's customers
          "127.0.0.0/8",
          "169.254.0.0/16", // link-local: the metadata of clouds
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  /**
   * The only part of IPv6 that was ever allocated for global use. Loopback, link-local, unique
   * local and multicast are outside of it.
   */
  private static final AddressBlock GLOBAL_V6 = AddressBlock.of("2000::/3");

  /** The special-purpose blocks within it; two of them lead to IPv4 addresses. */
  private static final List<AddressBlock> SPECIAL_V6 =
      blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  /** NAT64: an IPv4 address in the last four bytes. */
  private static final AddressBlock TRANSLATED = AddressBlock.of("64:ff9b::/96");

  private PublicAddress() {}

  /** Whether the address is one of the public internet. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublicV4(bytes);
    }
    if (TRANSLATED.contains(bytes)) {
      return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
    }
    return GLOBAL_V6.contains(bytes) && SPECIAL_V6.stream().noneMatch(b -> b.contains(bytes));
  }

  private static boolean isPublicV4(byte[] bytes) {
    return SPECIAL_V4.stream().noneMatch(block -> block.contains(bytes));
  }

  private static List<AddressBlock> blocks(String... texts) {
    return Stream.of(texts).map(AddressBlock::of).toList();
  }

  /** A block of addresses that begin with the same bits. */
  private record AddressBlock(byte[] start, int bits) {

    static AddressBlock of(String text) {
      String[] parts = text.split("/");
      try {
        return new AddressBlock(
            InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(text, e);
      }
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if (((start[bit / 8] ^ address[bit / 8]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
