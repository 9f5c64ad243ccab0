package dev.sluice.it;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A multipart/form-data body, made by hand so that it can be odd. */
public final class MultipartBody {

  private static final String BOUNDARY = "between-two-parts";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public MultipartBody field(String name, String value) {
    return part("name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file. */
  public MultipartBody file(String name, String fileName, byte[] content) {
    return part("name=\"" + name + "\"; filename=\"" + fileName + "\"", "application/pdf", content);
  }

  /** The request's media type. */
  public String contentType() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  /** The request's body. */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(bytes.toByteArray());
    all.writeBytes(utf8("--" + BOUNDARY + "--\r\n"));
    return all.toByteArray();
  }

  private MultipartBody part(String disposition, String type, byte[] content) {
    bytes.writeBytes(utf8("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition));
    bytes.writeBytes(utf8(type == null ? "" : "\r\nContent-Type: " + type));
    bytes.writeBytes(utf8("\r\n\r\n"));
    bytes.writeBytes(content);
    bytes.writeBytes(utf8("\r\n"));
    return this;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
