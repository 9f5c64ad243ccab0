package dev.sluice.work;

import dev.sluice.model.spool.CloseAfterExchange;
import dev.sluice.model.spool.SpoolFile;
import dev.sluice.model.spool.SpoolFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Brings an original from the store to local disk for the time of the exchange. */
@Component
public class ClaimedFile {

  private final SpoolFolder folder;

  ClaimedFile(SpoolFolder folder) {
    this.folder = folder;
  }

  /** Writes the stream to a file that is removed when the exchange is over. */
  public Path write(@Body InputStream original, Exchange exchange) throws IOException {
    SpoolFile file = folder.newFile();
    exchange.getExchangeExtension().addOnCompletion(new CloseAfterExchange(file));
    try (original) {
      Files.copy(original, file.path(), StandardCopyOption.REPLACE_EXISTING);
    }
    return file.path();
  }
}
