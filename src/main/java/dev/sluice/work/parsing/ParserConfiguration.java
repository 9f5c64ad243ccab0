package dev.sluice.work.parsing;

import dev.sluice.model.document.ParserVersion;
import dev.sluice.pdf.ParserSettings;
import dev.sluice.pdf.PdfParser;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The parser of this process; its forks end with it. */
@Configuration(proxyBeanMethods = false)
class ParserConfiguration {

  @Bean
  ParserVersion parserVersion(PdfParser parser) {
    return new ParserVersion(parser.version());
  }

  @Bean
  ParserSettings parserSettings(Environment environment) {
    return Binder.get(environment).bindOrCreate("sluice.parser", ParserSettings.class);
  }

  @Bean
  PdfParser pdfParser(ParserSettings settings) {
    return new PdfParser(settings);
  }
}
