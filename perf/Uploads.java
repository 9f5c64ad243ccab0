import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Uploads a file again and again over many connections at once, as fast as a server takes it, and
 * each time with another number in it. One thread serves all connections, and the kernel sends the
 * file itself, so that the sender costs little of the cores it shares with the server.
 *
 * <p>Each line of input is one pass and gets one line of JSON: method, target, port, API key,
 * connections, uploads, file. A target that ends in a slash gets the upload's number. The file's second
 * line is a comment that has room for the number.
 */
public final class Uploads {

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int START = 64; // bytes, with header and number
  private static final int NUMBER_AT = 10;

  private final String method;
  private final String target;
  private final InetSocketAddress server;
  private final FileChannel file;
  private final long size;
  private final String key;
  private final Map<String, Integer> answers = new TreeMap<>();
  private long next; // number of the next upload, never used twice
  private final long last;
  private int open;

  private Uploads(String[] order, FileChannel file) throws IOException {
    this.method = order[0];
    this.target = order[1];
    this.server =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(order[2]));
    this.file = file;
    this.size = file.size();
    this.key = order[3];
    this.next = System.currentTimeMillis() * 1_000_000;
    this.last = next + Integer.parseInt(order[5]);
  }

  public static void main(String[] arguments) throws Exception {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      String[] order = line.split(" ");
      try (FileChannel file = FileChannel.open(Path.of(order[6]))) {
        System.out.println(new Uploads(order, file).pass(Integer.parseInt(order[4])));
      }
    }
  }

  private String pass(int connections) throws IOException {
    try (Selector selector = Selector.open()) {
      List<Connection> all = new ArrayList<>();
      while (all.size() < connections) {
        all.add(new Connection(selector));
      }
      long cpu = SYSTEM.getProcessCpuTime();
      long begun = System.nanoTime();
      for (Connection connection : all) {
        connection.beginNext();
      }
      while (open > 0) {
        selector.select();
        for (SelectionKey ready : selector.selectedKeys()) {
          ((Connection) ready.attachment()).go();
        }
        selector.selectedKeys().clear();
      }
      return String.format(
          Locale.ROOT,
          "{\"seconds\": %.4f, \"cpuSeconds\": %.4f, \"answers\": {%s}}",
          (System.nanoTime() - begun) / 1e9,
          (SYSTEM.getProcessCpuTime() - cpu) / 1e9,
          answers.entrySet().stream()
              .map(answer -> "\"%s\": %d".formatted(answer.getKey(), answer.getValue()))
              .collect(Collectors.joining(", ")));
    }
  }

  /** What comes before the rest of the file: the request's head, and the start with the number. */
  private ByteBuffer start(long number) throws IOException {
    String name = target.endsWith("/") ? target + number + ".pdf" : target;
    byte[] head =
        ascii(
            String.join(
                "\r\n",
                method + " " + name + " HTTP/1.1",
                "Host: " + server.getHostString() + ":" + server.getPort(),
                "Authorization: Bearer " + key,
                "Content-Type: application/pdf",
                "Content-Length: " + size,
                "",
                ""));
    ByteBuffer start = ByteBuffer.allocateDirect(head.length + START).put(head);
    file.read(start, 0);
    return start.put(head.length + NUMBER_AT, ascii("%020d".formatted(number))).flip();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** One connection, kept as long as the server keeps it, for one upload after the other. */
  private final class Connection {

    private final Selector selector;
    private final ByteBuffer answer = ByteBuffer.allocate(16 * 1024);
    private SocketChannel channel;
    private ByteBuffer start;
    private long sent;

    Connection(Selector selector) throws IOException {
      this.selector = selector;
      connect();
    }

    private void connect() throws IOException {
      channel = SocketChannel.open(server);
      channel.configureBlocking(false);
      channel.register(selector, 0, this);
      open++;
    }

    /** Begins the next upload, or hangs up if there is none. */
    void beginNext() throws IOException {
      if (next == last) {
        hangUp();
        return;
      }
      start = start(next++);
      sent = START;
      answer.clear();
      channel.keyFor(selector).interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /** Sends or reads what goes without waiting. */
    void go() throws IOException {
      try {
        if (channel.keyFor(selector).isReadable()) {
          read();
        } else {
          write();
        }
      } catch (IOException e) {
        answers.merge("broken", 1, Integer::sum);
        beginAnew();
      }
    }

    private void write() throws IOException {
      channel.write(start);
      if (!start.hasRemaining()) {
        sent += file.transferTo(sent, size - sent, channel);
      }
      if (sent == size) {
        channel.keyFor(selector).interestOps(SelectionKey.OP_READ);
      }
    }

    private void read() throws IOException {
      if (channel.read(answer) < 0) {
        throw new IOException("hung up without an answer");
      }
      String said = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
      Answer whole = Answer.in(said);
      if (whole == null) {
        return;
      }
      answers.merge(whole.status, 1, Integer::sum);
      if (whole.last || sent < size) {
        beginAnew();
      } else {
        beginNext();
      }
    }

    private void beginAnew() throws IOException {
      hangUp();
      if (next < last) {
        connect();
        beginNext();
      }
    }

    private void hangUp() throws IOException {
      open--;
      channel.close();
    }
  }

  /**
   * A whole answer.
   *
   * @param last true if the server closes the connection behind it
   */
  private record Answer(String status, boolean last) {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length: *(\\d+)");

    /** Null if there is more to come. */
    static Answer in(String said) {
      int body = said.indexOf("\r\n\r\n") + 4;
      if (body < 4) {
        return null;
      }
      String head = said.substring(0, body).toLowerCase(Locale.ROOT);
      Matcher length = LENGTH.matcher(head);
      boolean whole =
          length.find()
              ? said.length() - body >= Integer.parseInt(length.group(1))
              : said.endsWith("\r\n0\r\n\r\n");
      return whole
          ? new Answer(head.split(" ", 3)[1], head.contains("\r\nconnection: close"))
          : null;
    }
  }
}
