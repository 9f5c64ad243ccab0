package dev.sluice.ops;

import dev.sluice.pdf.ParserStatistics;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.SandboxRestriction;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Is up while there is a fork to parse in. */
@Component("forks")
class ParserHealth extends AbstractHealthIndicator {

  private final PdfParser parser;
  private final ParserStatistics statistics;

  ParserHealth(PdfParser parser) {
    this.parser = parser;
    this.statistics = parser.statistics();
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    builder
        .status(statistics.alive() > 0 ? "UP" : "DOWN")
        .withDetail("alive", statistics.alive())
        .withDetail("busy", statistics.busy())
        .withDetail("size", statistics.size())
        .withDetail("ocr", parser.ocr())
        .withDetail(
            "restrictions", parser.restrictions().stream().map(SandboxRestriction::label).toList());
  }
}
