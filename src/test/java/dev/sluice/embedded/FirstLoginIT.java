package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.it.Browser;
import dev.sluice.it.RunningSluice;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

@RunningSluice
class FirstLoginIT {

  private static final String ADDRESS = "http://127.0.0.1:8080";

  @LocalServerPort int port;
  @Autowired ApplicationContext application;

  @Test
  void whoeverFollowsTheLinkIsTheFirstRunsOwner() {
    // When
    Optional<String> link = new FirstLogin(application).link(ADDRESS);

    // Then
    assertThat(link.orElseThrow()).startsWith(ADDRESS + "/app/#invitation=sli_");
    String token = link.orElseThrow().replaceFirst(".*=", "");
    Browser browser = new Browser("http://127.0.0.1:" + port);
    assertThat(browser.logIn("{\"invitation\":\"" + token + "\"}").text("owner"))
        .isEqualTo("tester");
  }

  @Test
  void thereIsNoLinkAmongLinesOfJson() {
    ApplicationContext json = with(Map.of("logging.structured.format.console", "ecs"));

    assertThat(new FirstLogin(json).link(ADDRESS)).isEmpty();
  }

  private ApplicationContext with(Map<String, Object> properties) {
    GenericApplicationContext same = new GenericApplicationContext(application);
    same.getEnvironment().getPropertySources().addFirst(new MapPropertySource("t", properties));
    same.refresh();
    return same;
  }
}
