package dev.sluice.intake.s3;

import dev.sluice.intake.DropLeases;
import dev.sluice.intake.DropRule;
import dev.sluice.intake.IncomingFile;
import dev.sluice.intake.Sender;
import dev.sluice.model.document.Origin;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.timetable.Profiles;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** Opens dropped objects as incoming files. */
@Component
public class ObjectReader {

  private final DropBucket bucket;
  private final DropLeases leases;
  private final S3DropSettings settings;

  ObjectReader(DropBucket bucket, DropLeases leases, S3DropSettings settings, Profiles profiles) {
    settings.checkProfiles(profiles);
    this.bucket = bucket;
    this.leases = leases;
    this.settings = settings;
  }

  /** Claims the object for the time of the exchange; false if it is not this replica's to take. */
  public boolean claim(@Body DroppedObject object, Exchange exchange) {
    return leases.claim(object.drop(), ruleOf(object).owner(), exchange);
  }

  /**
   * Opens the object for the time of the exchange; null if it was replaced or is gone. The next
   * pass finds what has taken its place.
   */
  public IncomingFile open(@Body DroppedObject object, Exchange exchange) {
    Optional<ResponseInputStream<GetObjectResponse>> opened = bucket.open(object);
    if (opened.isEmpty()) {
      leases.release(object.drop());
      return null;
    }
    ObjectStream content = new ObjectStream(opened.get());
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(content));
    return incoming(object, content, opened.get().response());
  }

  private IncomingFile incoming(
      DroppedObject object, ObjectStream content, GetObjectResponse response) {
    DropRule rule = ruleOf(object);
    Map<String, String> metadata = settings.trustMetadata() ? response.metadata() : Map.of();
    long size = response.contentLength();
    try {
      Sender sender = new ObjectMetadata(metadata).sender(rule);
      return new IncomingFile(sender, object.key(), object.ref(), size, () -> content);
    } catch (FailureException refusal) {
      // It becomes an incoming file, so that it is refused with a report.
      return new IncomingFile(
          rule.sender(Origin.S3),
          object.key(),
          object.ref(),
          size,
          () -> {
            throw refusal;
          });
    }
  }

  private DropRule ruleOf(DroppedObject object) {
    return DropRule.find(settings.rules(), object.key()).orElseThrow();
  }
}
