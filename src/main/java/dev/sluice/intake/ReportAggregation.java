package dev.sluice.intake;

import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.stereotype.Component;

/** Joins the reports of all files of a split into one, in the order of the files (Aggregator). */
@Component
public class ReportAggregation implements AggregationStrategy {

  @Override
  public Exchange aggregate(Exchange before, Exchange latest) {
    if (before == null) {
      return latest;
    }
    Message kept = before.getMessage();
    UploadReport next = latest.getMessage().getBody(UploadReport.class);
    kept.setBody(kept.getBody(UploadReport.class).plus(next));
    return before;
  }
}
