package dev.sluice.web.session;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Tells whether a request comes from this machine itself, and not by way of a proxy on it. */
final class LoopbackPeer {

  private static final List<String> OF_PROXIES =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private LoopbackPeer() {}

  /** By the connection's own address: whatever a header says of it is the caller's word. */
  static boolean sent(HttpServletRequest request) {
    HttpServletRequest received = unwrapped(request);
    return OF_PROXIES.stream().allMatch(name -> received.getHeader(name) == null)
        && isLoopback(received.getRemoteAddr());
  }

  private static HttpServletRequest unwrapped(HttpServletRequest request) {
    ServletRequest inner = request;
    while (inner instanceof ServletRequestWrapper wrapper) {
      inner = wrapper.getRequest();
    }
    return (HttpServletRequest) inner;
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress(); // a literal: no name is looked up
    } catch (UnknownHostException none) {
      return false;
    }
  }
}
