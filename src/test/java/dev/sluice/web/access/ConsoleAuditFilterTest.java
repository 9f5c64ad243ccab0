package dev.sluice.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class ConsoleAuditFilterTest {

  private final List<AuditEvent> entered = new ArrayList<>();
  private final ConsoleAuditFilter filter =
      new ConsoleAuditFilter(entered::add, new ObjectMapper());

  @BeforeEach
  void logIn() {
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated("olga", null, List.of()));
  }

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void operationsAndAttributesThatTheConsoleChangesAreEntered() throws Exception {
    post(
        """
        [{"type":"exec","mbean":"org.apache.camel:name=a","operation":"stop()"},
         {"type":"write","mbean":"org.apache.camel:name=b","attribute":"Tracing","value":true}]
        """);

    assertThat(entered)
        .extracting(AuditEvent::actor, AuditEvent::action, AuditEvent::target)
        .containsExactly(
            tuple("olga", "exec", "org.apache.camel:name=a/stop()"),
            tuple("olga", "write", "org.apache.camel:name=b/Tracing"));
  }

  @Test
  void whatJolokiaRefusesInsideOfItsAnswerIsEnteredAsRefused() throws Exception {
    // When
    MockHttpServletResponse response =
        post(
            """
            [{"type":"read","mbean":"java.lang:type=Memory"},
             {"type":"exec","mbean":"java.lang:type=Memory","operation":"gc()"},
             {"type":"exec","mbean":"sluice:type=Queue","operation":"rebuild()"}]
            """,
            "[{\"status\":200},{\"status\":403},{\"status\":200}]");
    post("{\"type\":\"exec\",\"mbean\":\"a:b=c\",\"operation\":\"d()\"}", "{\"status\":404}");

    // Then
    assertThat(response.getContentAsString()).contains("403");
    assertThat(entered)
        .extracting(AuditEvent::target, AuditEvent::status)
        .containsExactly(
            tuple("java.lang:type=Memory/gc()", 403),
            tuple("sluice:type=Queue/rebuild()", 200),
            tuple("a:b=c/d()", 404));
  }

  @Test
  void withoutAnAnswerOfJolokiasTheStatusIsThatOfTheWhole() throws Exception {
    post("{\"type\":\"exec\",\"mbean\":\"a:b=c\",\"operation\":\"d()\"}", "<html>");

    assertThat(entered).extracting(AuditEvent::status).containsExactly(200);
  }

  @Test
  void whatOnlyLooksIsNotEntered() throws Exception {
    post("{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\"}");
    post("{\"type\":\"exec\",\"mbean\":\"a:b=c\",\"operation\":\"dumpRoutesAsXml()\"}");
    post("no JSON at all");

    assertThat(entered).isEmpty();
  }

  @Test
  void aRequestThatIsTooLongToLookIntoIsEnteredAsThat() throws Exception {
    post("{\"type\":\"read\",\"mbean\":\"" + "x".repeat(100_000) + "\"}");

    assertThat(entered).extracting(AuditEvent::action).containsExactly("long request");
  }

  private void post(String body) throws Exception {
    post(body, "{}");
  }

  private MockHttpServletResponse post(String body, String answer) throws Exception {
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/hawtio/jolokia/");
    request.setContent(body.getBytes(StandardCharsets.UTF_8));
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(
        request,
        response,
        (read, written) -> {
          read.getInputStream().readAllBytes();
          written.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
        });
    return response;
  }
}
