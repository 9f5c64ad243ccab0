package dev.sluice.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes down each request and each receipt as lines of CSV; a writer takes one line at a time. */
final class Recorder implements AutoCloseable {

  private final PrintWriter requests;
  private final PrintWriter receipts;

  Recorder(Path folder) {
    requests = open(folder.resolve("requests.csv"), "at,kind,outcome,status,millis");
    receipts = open(folder.resolve("receipts.csv"), "id,sort");
  }

  /**
   * Notes a request.
   *
   * @param at when it began, in milliseconds since 1970
   * @param status 0 if there was no answer
   */
  void request(long at, String kind, Outcome outcome, int status, long millis) {
    requests.println(at + "," + kind + "," + outcome + "," + status + "," + millis);
  }

  void receipt(String id, String sort) {
    receipts.println(id + "," + sort);
  }

  @Override
  public void close() {
    requests.close();
    receipts.close();
  }

  private static PrintWriter open(Path file, String head) {
    try {
      PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file));
      writer.println(head);
      return writer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
