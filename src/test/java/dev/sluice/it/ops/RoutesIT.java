package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.it.RunningSluice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.RouteStartupOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@RunningSluice
class RoutesIT {

  private static final Pattern ROUTE_ID = Pattern.compile("- route:\\s+id: (\\S+)");

  @Autowired CamelContext camel;

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyRouteOfAFileIsLoadedAndStarted(Path file) throws IOException {
    List<String> ids =
        ROUTE_ID
            .matcher(Files.readString(file))
            .results()
            .map((MatchResult match) -> match.group(1))
            .toList();

    for (String id : ids) {
      assertThat(camel.getRoute(id)).as(id).isNotNull();
      assertThat(camel.getRouteController().getRouteStatus(id).isStarted()).as(id).isTrue();
    }
  }

  @Test
  void routesThatBeginByThemselvesStartAfterThoseTheyHandMessagesToAndStopBeforeThem() {
    assertThat(orderOf("kafka|timer|sftp").getMin()).isGreaterThan(orderOf("direct").getMax());
  }

  private IntSummaryStatistics orderOf(String schemes) {
    IntSummaryStatistics order =
        camel.getCamelContextExtension().getRouteStartupOrder().stream()
            .filter(
                it ->
                    it.getRoute()
                        .getEndpoint()
                        .getEndpointUri()
                        .matches("(%s):.*".formatted(schemes)))
            .mapToInt(RouteStartupOrder::getStartupOrder)
            .summaryStatistics();
    assertThat(order.getCount()).as(schemes).isPositive();
    return order;
  }
}
