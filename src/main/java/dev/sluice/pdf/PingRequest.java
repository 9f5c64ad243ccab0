package dev.sluice.pdf;

/** Asks a fork whether it is there; it answers that it is ready. */
public record PingRequest() implements ForkRequest {

  @Override
  public ForkFrame toFrame() {
    return new ForkFrame(ForkFrame.Type.PING, new byte[0]);
  }
}
