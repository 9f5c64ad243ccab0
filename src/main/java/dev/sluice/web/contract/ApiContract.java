package dev.sluice.web.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The addresses that the API has, each with its methods, as {@code openapi.yaml} names them. */
final class ApiContract {

  /** What all addresses of the contract begin with. */
  static final String ROOT = "/api/v1";

  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");
  private static final String CONTENT = "/get/responses/200/content";

  /** Answers without an end that is near: HEAD would make all of one to send nothing of it. */
  private static final Set<String> STREAMS = Set.of("text/event-stream", "application/zip");

  /**
   * One address.
   *
   * @param methods in capitals, HEAD among them where the answer to GET ends soon
   * @param isHeadOfGet whether HEAD is answered by what GET answers
   */
  record Address(PathPattern pattern, Set<String> methods, boolean isHeadOfGet) {

    boolean matches(PathContainer path) {
      return pattern.matches(path);
    }
  }

  private final List<Address> addresses;

  private ApiContract(List<Address> addresses) {
    this.addresses = addresses;
  }

  /** Reads the contract that is part of the application. */
  static ApiContract load() {
    try (InputStream contract = new ClassPathResource("openapi.yaml").getInputStream()) {
      List<Address> addresses = new ArrayList<>();
      new YAMLMapper()
          .readTree(contract)
          .path("paths")
          .fields()
          .forEachRemaining(path -> addresses.add(address(path.getKey(), path.getValue())));
      addresses.sort(Comparator.comparing(Address::pattern)); // the most specific first
      return new ApiContract(addresses);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address that a path means; empty if there is none. */
  Optional<Address> find(String path) {
    PathContainer parsed = PathContainer.parsePath(path);
    return addresses.stream().filter(address -> address.matches(parsed)).findFirst();
  }

  private static Address address(String path, JsonNode operations) {
    Set<String> methods = new TreeSet<>();
    operations.fieldNames().forEachRemaining(name -> add(methods, name));
    boolean isHeadOfGet =
        methods.contains("GET")
            && !methods.contains("HEAD")
            && STREAMS.stream().noneMatch(operations.at(CONTENT)::has);
    if (isHeadOfGet) {
      methods.add("HEAD");
    }
    return new Address(PathPatternParser.defaultInstance.parse(ROOT + path), methods, isHeadOfGet);
  }

  private static void add(Set<String> methods, String name) {
    if (METHODS.contains(name)) {
      methods.add(name.toUpperCase(Locale.ROOT));
    }
  }
}
