package dev.sluice.intake;

import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Aggregator: the reports of all files of a split become one, in the order of the files. */
@Component
public class ReportAggregation implements AggregationStrategy {

  private static final String RESULTS = "results";

  @Override
  public Exchange aggregate(Exchange before, Exchange latest) {
    Exchange kept = before == null ? latest : before;
    resultsIn(kept).addAll(latest.getMessage().getBody(UploadReport.class).results());
    return kept;
  }

  @Override
  public void onCompletion(Exchange exchange) {
    exchange.getMessage().setBody(new UploadReport(resultsIn(exchange)));
  }

  @SuppressWarnings("unchecked")
  private static List<FileResult> resultsIn(Exchange exchange) {
    List<FileResult> results = exchange.getProperty(RESULTS, List.class);
    if (results == null) {
      results = new ArrayList<>();
      exchange.setProperty(RESULTS, results);
    }
    return results;
  }
}
