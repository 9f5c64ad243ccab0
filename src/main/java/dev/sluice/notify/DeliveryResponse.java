package dev.sluice.notify;

import java.util.Locale;

/**
 * The outcome of one request to a receiver.
 *
 * @param status of the response, or null if there was none
 */
public record DeliveryResponse(Result result, Integer status) {

  /** How a request can end. */
  public enum Result {
    /** 2xx. */
    DELIVERED,
    /** 410: the receiver wants no more events. */
    GONE,
    /** 3xx: redirects are not followed. */
    REDIRECTED,
    /** 429, 502, 503, 504. */
    OVERLOADED,
    /** Any other status. */
    REJECTED,
    /** No answer in time. */
    TIMED_OUT,
    /** The connection could not be made, or broke. */
    UNREACHABLE,
    /** No trusted certificate for this host, or no TLS at all. */
    TLS_FAILED,
    /** The host is at an address that webhooks may not reach. */
    ADDRESS_REFUSED;

    /** The name used in the API and the metrics. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static DeliveryResponse of(int status) {
    return new DeliveryResponse(resultOf(status), status);
  }

  static DeliveryResponse none(Result result) {
    return new DeliveryResponse(result, null);
  }

  private static Result resultOf(int status) {
    return switch (status) {
      case 410 -> Result.GONE;
      case 429, 502, 503, 504 -> Result.OVERLOADED;
      default ->
          switch (status / 100) {
            case 2 -> Result.DELIVERED;
            case 3 -> Result.REDIRECTED;
            default -> Result.REJECTED;
          };
    };
  }

  /** Whether the receiver is in trouble, so that other requests would end the same. */
  boolean asksForRest() {
    return switch (result) {
      case OVERLOADED, TIMED_OUT, UNREACHABLE, TLS_FAILED, ADDRESS_REFUSED -> true;
      case DELIVERED, GONE, REDIRECTED, REJECTED -> false;
    };
  }
}
