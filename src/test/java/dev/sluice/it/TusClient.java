package dev.sluice.it;

import dev.sluice.it.ApiClient.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** Speaks the tus protocol, one request at a time. */
public final class TusClient {

  public static final String UPLOADS = "/api/v1/uploads/resumable";

  private final ApiClient api;
  private final URI address;
  private final String key;

  public TusClient(String address, String key) {
    this.api = new ApiClient(address, key);
    this.address = URI.create(address);
    this.key = key;
  }

  public Answer options() {
    return api.send(api.request(UPLOADS).method("OPTIONS", BodyPublishers.noBody()));
  }

  public Answer create(long length, String... headers) {
    HttpRequest.Builder request = tus(UPLOADS).POST(BodyPublishers.noBody());
    request.setHeader("Upload-Length", String.valueOf(length));
    return send(request, headers);
  }

  /** The address of a new upload. */
  public String begin(long length, Map<String, String> metadata) {
    return create(length, "Upload-Metadata", encode(metadata)).header("Location");
  }

  public String begin(long length) {
    return create(length).header("Location");
  }

  public Answer head(String upload) {
    return api.send(tus(upload).method("HEAD", BodyPublishers.noBody()));
  }

  public long offset(String upload) {
    return Long.parseLong(head(upload).header("Upload-Offset"));
  }

  /** Sends the bytes from the offset to the end. */
  public Answer patch(String upload, byte[] bytes, int from, int to, String... headers) {
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    return patch(upload, from, BodyPublishers.ofByteArray(part), headers);
  }

  public Answer patch(String upload, long offset, BodyPublisher body, String... headers) {
    HttpRequest.Builder request = tus(upload).method("PATCH", body);
    request.setHeader("Content-Type", "application/offset+octet-stream");
    request.setHeader("Upload-Offset", String.valueOf(offset));
    return send(request, headers);
  }

  /** Announces all that is missing, is cut off before it is sent, and waits for the other side. */
  public void patchAndBreakOff(String upload, byte[] bytes, int from, int to, String... headers) {
    try (Socket socket = beginPatch(upload, bytes, from, to, headers)) {
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Announces all that is missing and sends the bytes from the offset to the end. */
  public Socket beginPatch(String upload, byte[] bytes, int from, int to, String... headers) {
    StringBuilder head = new StringBuilder("PATCH " + upload + " HTTP/1.1\r\n");
    head.append("Host: ").append(address.getAuthority()).append("\r\n");
    head.append("Authorization: Bearer ").append(key).append("\r\n");
    head.append("Tus-Resumable: 1.0.0\r\n");
    head.append("Content-Type: application/offset+octet-stream\r\n");
    head.append("Upload-Offset: ").append(from).append("\r\n");
    head.append("Content-Length: ").append(bytes.length - from).append("\r\n");
    for (int i = 0; i < headers.length; i += 2) {
      head.append(headers[i]).append(": ").append(headers[i + 1]).append("\r\n");
    }
    head.append("\r\n");
    try {
      Socket socket = new Socket(address.getHost(), address.getPort());
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(bytes, from, to - from);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Answer terminate(String upload) {
    return api.send(tus(upload).DELETE());
  }

  public Answer receipt(String upload) {
    return api.get(upload);
  }

  public Answer send(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return api.send(request);
  }

  public HttpRequest.Builder tus(String path) {
    return api.request(path).header("Tus-Resumable", "1.0.0");
  }

  private static String encode(Map<String, String> metadata) {
    return metadata.entrySet().stream()
        .map(e -> e.getKey() + " " + base64(e.getValue().getBytes(StandardCharsets.UTF_8)))
        .collect(Collectors.joining(","));
  }

  public static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
