package dev.sluice.notify;

import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import dev.sluice.web.access.AuditFilter;
import dev.sluice.web.access.Caller;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on webhooks; an owner sees its own only. */
@Component
public class WebhookApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final WebhookSettings settings;
  private final WebhookUrl url;
  private final JsonBody json;

  WebhookApi(Webhooks webhooks, Deliveries deliveries, WebhookSettings settings, JsonBody json) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.settings = settings;
    this.url = new WebhookUrl(settings);
    this.json = json;
  }

  /** Adds a webhook from a body {@code {url, states?}}; its secret is in this answer only. */
  public WebhookView create(@Header(REQUEST) HttpServletRequest http) throws IOException {
    NewWebhook wanted = read(http);
    Webhook added =
        webhooks
            .add(
                Caller.of(http).owner(),
                url.checked(wanted.url()),
                wanted.finalStates(),
                settings.perOwner())
            .orElseThrow(
                () ->
                    new FailureException(
                        FailureCode.TOO_MANY_WEBHOOKS,
                        "An owner may have " + settings.perOwner() + " webhooks."));
    AuditFilter.made(http, added.id());
    return WebhookView.withSecret(added);
  }

  /** The caller's webhooks. */
  public Map<String, List<WebhookView>> list(@Header(REQUEST) HttpServletRequest http) {
    return Map.of(
        "items", webhooks.list(Caller.of(http).owner()).stream().map(WebhookView::of).toList());
  }

  /** One webhook. */
  public WebhookView get(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return WebhookView.of(find(http, id));
  }

  /** Removes a webhook. */
  public void delete(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    webhooks.remove(find(http, id));
  }

  /** Has a ping sent; tells the id by which its delivery is found. */
  public Map<String, UUID> test(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return deliveries
        .ping(findEnabled(http, id))
        .map(event -> Map.of("id", event))
        .orElseThrow(() -> new FailureException(FailureCode.PING_PENDING, "A ping is on its way."));
  }

  /** What went to a webhook, or will. */
  public ListPage<DeliveryView> deliveries(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    Webhook webhook = find(http, id);
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    return ListPage.of(
        deliveries.list(
            webhook,
            request.read("state", DeliveryState::of),
            request.cursor(UUID::fromString),
            limit + 1),
        limit,
        last -> last.id().toString());
  }

  /** Has an event sent again. */
  public void resend(
      @Header(REQUEST) HttpServletRequest http,
      @Header("id") String id,
      @Header("deliveryId") String deliveryId) {
    if (!deliveries.sendAgain(findEnabled(http, id), uuid(deliveryId))) {
      throw new FailureException(FailureCode.NOT_FOUND, "There is no such delivery.");
    }
  }

  private Webhook findEnabled(HttpServletRequest http, String id) {
    Webhook webhook = find(http, id);
    if (webhook.disabledAt() != null) {
      throw new FailureException(FailureCode.WEBHOOK_DISABLED, "The receiver answered 410 Gone.");
    }
    return webhook;
  }

  private Webhook find(HttpServletRequest http, String id) {
    return webhooks
        .find(Caller.of(http).owner(), uuid(id))
        .orElseThrow(
            () -> new FailureException(FailureCode.NOT_FOUND, "There is no such webhook."));
  }

  private static UUID uuid(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new FailureException(FailureCode.MALFORMED_ID, "An id is a UUID.", e);
    }
  }

  private NewWebhook read(HttpServletRequest http) throws IOException {
    return json.read(http, NewWebhook.class, "{url, states?}");
  }

  private record NewWebhook(String url, List<String> states) {

    /** Null for all of them. */
    List<DocumentState> finalStates() {
      return states == null || states.isEmpty()
          ? null
          : states.stream().map(NewWebhook::finalState).distinct().toList();
    }

    private static DocumentState finalState(String label) {
      try {
        DocumentState state = DocumentState.of(label);
        if (state.isFinal()) {
          return state;
        }
      } catch (IllegalArgumentException unknown) {
        // refused below
      }
      throw new FailureException(
          FailureCode.BAD_REQUEST,
          "states may be completed, invalid, dead, cancelled and expired.");
    }
  }
}
