package dev.sluice.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.notify.DeliveryResponse.Result;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.camel.Body;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends events to receivers and trusts none of them. Whatever they answer takes bounded time and
 * memory, and only its status is kept.
 */
@Component
public class WebhookClient implements DisposableBean {

  /**
   * Bytes of a response body that are read, so that the connection can be reused. A longer body is
   * cut off.
   */
  private static final int BODY_BYTES = 4096;

  private static final Http1Config HEADERS =
      Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(8192).build();

  private final Duration timeout;
  private final ObjectMapper json;
  private final MeterRegistry meters;
  private final CloseableHttpClient http;
  private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);

  WebhookClient(WebhookSettings settings, ObjectMapper json, MeterRegistry meters) {
    this.timeout = settings.timeout();
    this.json = json;
    this.meters = meters;
    this.clock.setRemoveOnCancelPolicy(true);
    this.http = client(settings);
  }

  // Without system properties, so that no proxy of the environment resolves names instead.
  private static CloseableHttpClient client(WebhookSettings settings) {
    return HttpClients.custom()
        .setConnectionManager(connections(settings))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(settings.timeout()))
                .setResponseTimeout(Timeout.of(settings.timeout()))
                .setProtocolUpgradeEnabled(false)
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableAuthCaching()
        .disableCookieManagement()
        .disableContentCompression()
        .setUserAgent("Sluice")
        .evictExpiredConnections()
        .build();
  }

  private static HttpClientConnectionManager connections(WebhookSettings settings) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(new GuardedResolver(settings.allowPrivate()))
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(HEADERS).build())
        .setMaxConnTotal(settings.concurrency())
        .setMaxConnPerRoute(settings.concurrency())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(Timeout.of(settings.timeout()))
                .setSocketTimeout(Timeout.of(settings.timeout()))
                .setTimeToLive(TimeValue.ofMinutes(1))
                .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                .build())
        .build();
  }

  /** Sends a signed event; every failure is part of the response. */
  public DeliveryResponse send(@Body Delivery delivery) {
    Timer.Sample sample = Timer.start(meters);
    DeliveryResponse answer = post(signed(delivery));
    sample.stop(meters.timer("sluice.webhook.requests", "result", answer.result().label()));
    return answer;
  }

  private HttpPost signed(Delivery delivery) {
    String id = delivery.event().id().toString();
    long timestamp = Instant.now().getEpochSecond();
    byte[] body = toJson(delivery.event());
    HttpPost post = new HttpPost(delivery.webhook().url());
    post.setHeader("webhook-id", id);
    post.setHeader("webhook-timestamp", timestamp);
    post.setHeader("webhook-signature", delivery.webhook().secret().sign(id, timestamp, body));
    post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return post;
  }

  // The client's own timeouts are for each step: a receiver that sends a byte now and then never
  // ends.
  private DeliveryResponse post(HttpPost post) {
    AtomicBoolean late = new AtomicBoolean();
    var deadline =
        clock.schedule(
            () -> {
              late.set(true);
              post.cancel();
            },
            timeout.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response = http.executeOpen(null, post, null);
      readShortBody(response);
      return DeliveryResponse.of(response.getCode());
    } catch (IOException e) {
      return DeliveryResponse.none(late.get() ? Result.TIMED_OUT : resultOf(e));
    } finally {
      deadline.cancel(false);
      post.cancel(); // cuts off what is left of the response; nothing if that ended by itself
    }
  }

  private static void readShortBody(ClassicHttpResponse response) {
    if (response.getEntity() == null) {
      return;
    }
    try {
      response.getEntity().getContent().readNBytes(BODY_BYTES + 1);
    } catch (IOException cutOff) {
      // The status has come, and nothing else counts.
    }
  }

  private static Result resultOf(IOException e) {
    if (e instanceof GuardedResolver.AddressRefusedException) {
      return Result.ADDRESS_REFUSED;
    }
    if (e instanceof SSLException) {
      return Result.TLS_FAILED;
    }
    return e instanceof InterruptedIOException ? Result.TIMED_OUT : Result.UNREACHABLE;
  }

  private byte[] toJson(CompletionEvent event) {
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event is always JSON", e);
    }
  }

  @Override
  public void destroy() throws IOException {
    clock.shutdownNow();
    http.close();
  }
}
