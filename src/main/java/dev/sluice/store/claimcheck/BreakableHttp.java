package dev.sluice.store.claimcheck;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * HTTP to the object store that can be broken off, so that nobody waits for the end of a timeout
 * while the store stands still.
 */
public final class BreakableHttp implements SdkHttpClient {

  private final SdkHttpClient http;
  private final Set<ExecutableHttpRequest> running = ConcurrentHashMap.newKeySet();
  private volatile boolean isBroken;

  BreakableHttp(SdkHttpClient http) {
    this.http = http;
  }

  /** Ends all calls that wait for the store, and fails all further ones at once. */
  public void breakOff() {
    isBroken = true;
    running.forEach(ExecutableHttpRequest::abort);
  }

  /** Lets calls through again. */
  public void restore() {
    isBroken = false;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = http.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        running.add(prepared);
        try {
          if (isBroken) {
            throw new IOException("The object store does not answer.");
          }
          return prepared.call();
        } finally {
          running.remove(prepared);
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }
}
