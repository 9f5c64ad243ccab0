import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Many slow senders at once, and beside them one quick one. The slow ones are all served by one
 * thread, so that on a small machine the senders cost little of what the server could use.
 *
 * <p>Arguments: host, port, connections, bytes of an upload, seconds that each takes. The API key
 * is the first line of input, as everybody can read arguments. The answer is a line of JSON.
 */
public final class SlowUploads {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final Duration GRACE = Duration.ofSeconds(60); // for answers after the last byte

  private final InetSocketAddress server;
  private final String key;
  private final long seed = System.nanoTime();

  private SlowUploads(InetSocketAddress server, String key) {
    this.server = server;
    this.key = key;
  }

  public static void main(String[] arguments) throws Exception {
    String key = new String(System.in.readAllBytes(), StandardCharsets.US_ASCII).strip();
    int port = Integer.parseInt(arguments[1]);
    int connections = Integer.parseInt(arguments[2]);
    int bytes = Integer.parseInt(arguments[3]);
    Duration time = Duration.ofSeconds(Long.parseLong(arguments[4]));
    new SlowUploads(new InetSocketAddress(arguments[0], port), key).run(connections, bytes, time);
  }

  private void run(int connections, int bytes, Duration time) throws Exception {
    List<Sender> senders = new ArrayList<>();
    for (int number = 0; number < connections; number++) {
      senders.add(new Sender(pdf("Slow " + number, bytes)));
    }
    long begun = System.nanoTime();
    long sent = begun + time.toNanos();
    AtomicBoolean over = new AtomicBoolean();
    List<Double> during = new ArrayList<>();
    List<Double> after = new ArrayList<>();
    Thread quick = new Thread(() -> uploadEachSecond(over, sent, during, after));
    quick.start();
    trickle(senders, begun, time);
    double finish = (System.nanoTime() - sent) / 1e9;
    over.set(true);
    quick.join();
    System.out.printf(
        Locale.ROOT,
        "{\"accepted\": %d, \"refused\": %d, \"broken\": %d, \"unanswered\": %d,"
            + " \"finishSeconds\": %.2f, \"during\": %s, \"after\": %s}%n",
        senders.stream().filter(sender -> sender.status == 202).count(),
        senders.stream().filter(sender -> sender.status > 0 && sender.status != 202).count(),
        senders.stream().filter(sender -> sender.status == Sender.BROKEN).count(),
        senders.stream().filter(sender -> sender.status == Sender.OPEN).count(),
        finish,
        json(during),
        json(after));
  }

  private static String json(List<Double> latencies) {
    return latencies.stream()
        .map(seconds -> seconds == null ? "null" : String.format(Locale.ROOT, "%.3f", seconds))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Lets every sender send what is due, tick by tick, until all have their answers. */
  private static void trickle(List<Sender> senders, long begun, Duration time)
      throws InterruptedException {
    long end = begun + time.plus(GRACE).toNanos();
    boolean open = true;
    while (open && System.nanoTime() < end) {
      double due = Math.min(1, (System.nanoTime() - begun) / (double) time.toNanos());
      open = false;
      for (Sender sender : senders) {
        sender.go(due);
        open |= sender.status == Sender.OPEN;
      }
      Thread.sleep(TICK.toMillis());
    }
    senders.forEach(Sender::close);
  }

  /**
   * Notes how long an upload took, null if it failed: apart for those that ended while the slow
   * ones were still sending, and for those that met them as all of them had just finished.
   */
  private void uploadEachSecond(
      AtomicBoolean over, long sent, List<Double> during, List<Double> after) {
    for (int number = 0; !over.get(); number++) {
      long begun = System.nanoTime();
      boolean accepted = upload(pdf("Quick " + number, 2_000)) == 202;
      long ended = System.nanoTime();
      (ended < sent ? during : after).add(accepted ? (ended - begun) / 1e9 : null);
      try {
        Thread.sleep(Math.max(0, 1_000 - (ended - begun) / 1_000_000));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** The answer's status, 0 without one. */
  private int upload(byte[] pdf) {
    String host = server.getHostString();
    URI uri = URI.create("http://%s:%d/api/v1/uploads".formatted(host, server.getPort()));
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(GRACE)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/pdf")
            .POST(HttpRequest.BodyPublishers.ofByteArray(pdf))
            .build();
    // A new connection each time: a caller who comes now, not one who was let in before.
    HttpClient client = HttpClient.newHttpClient();
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  /** A page with a line of text, and a stream of blanks that nobody shows to make up the size. */
  private byte[] pdf(String text, int bytes) {
    String show = "BT /F1 12 Tf 50 700 Td (" + text + " of " + seed + ") Tj ET";
    String[] objects = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
          + " /Resources << /Font << /F1 5 0 R >> >> >>",
      stream(show),
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
      stream(" ".repeat(bytes - 1_000)),
    };
    StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
    StringBuilder table = new StringBuilder("0000000000 65535 f \n");
    for (int number = 0; number < objects.length; number++) {
      table.append("%010d 00000 n \n".formatted(pdf.length()));
      pdf.append(number + 1).append(" 0 obj\n").append(objects[number]).append("\nendobj\n");
    }
    int start = pdf.length();
    pdf.append("xref\n0 7\n").append(table).append("trailer\n<< /Size 7 /Root 1 0 R >>\n");
    pdf.append("startxref\n").append(start).append("\n%%EOF\n");
    return pdf.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String stream(String content) {
    return "<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream";
  }

  /** One slow upload. */
  private final class Sender {

    static final int OPEN = 0;
    static final int BROKEN = -1;

    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocate(512);
    private SocketChannel channel;
    private int status = OPEN;

    Sender(byte[] pdf) {
      String head =
          String.join(
              "\r\n",
              "POST /api/v1/uploads HTTP/1.1",
              "Host: " + server.getHostString(),
              "Authorization: Bearer " + key,
              "Content-Type: application/pdf",
              "Content-Length: " + pdf.length,
              "Connection: close",
              "",
              "");
      byte[] first = head.getBytes(StandardCharsets.US_ASCII);
      request = ByteBuffer.allocate(first.length + pdf.length).put(first).put(pdf).flip();
    }

    /** Sends until the given share of the request is gone, if the server takes it. */
    void go(double share) {
      if (status != OPEN) {
        return;
      }
      try {
        connect();
        request.limit((int) (share * request.capacity()));
        channel.write(request);
        read();
      } catch (IOException e) {
        status = BROKEN;
        close();
      }
    }

    private void connect() throws IOException {
      if (channel == null) {
        channel = SocketChannel.open(server);
        channel.configureBlocking(false);
      }
    }

    private void read() throws IOException {
      int count = channel.read(answer);
      String said = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
      if (said.indexOf('\n') > 0) {
        status = Integer.parseInt(said.split(" ", 3)[1]);
        close();
      } else if (count < 0) {
        status = BROKEN;
        close();
      }
    }

    void close() {
      try {
        if (channel != null) {
          channel.close();
        }
      } catch (IOException e) {
        // It is over anyway.
      }
    }
  }
}
