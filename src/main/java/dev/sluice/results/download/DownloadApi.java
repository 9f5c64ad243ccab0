package dev.sluice.results.download;

import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.DownloadName;
import dev.sluice.web.problem.BrokenAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's call that sends many documents as one ZIP. */
@Component
public class DownloadApi {

  private final DownloadSource source;

  DownloadApi(DownloadSource source) {
    this.source = source;
  }

  /**
   * The ZIP, made while it is read; throws {@link FailureException} if it cannot even begin. One
   * that fails later breaks the connection.
   */
  public InputStream download(
      @Header("CamelHttpServletRequest") HttpServletRequest http, Exchange exchange)
      throws IOException {
    ApiRequest request = new ApiRequest(http);
    DownloadRequest wanted = DownloadRequest.of(request);
    ZipStream zip =
        new ZipStream(
            new DownloadedFiles(source, wanted.content(), source.wanted(request.owner(), wanted)));
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(zip));
    BrokenAnswer.watch(exchange, http);
    return zip.begin();
  }

  /** The header that names the file, by the day. */
  public String disposition() {
    return DownloadName.of("sluice-" + LocalDate.now(ZoneOffset.UTC) + ".zip");
  }
}
