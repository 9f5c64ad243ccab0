package dev.sluice.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.jolokia.server.core.restrictor.policy.PolicyRestrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What jolokia-access.xml lets the console read and do. */
class JolokiaAccessTest {

  private static final String ROUTE = "org.apache.camel:context=sluice,type=routes,name=\"a\"";
  private static final String CONTEXT =
      "org.apache.camel:context=sluice,type=context,name=\"sluice\"";

  private final PolicyRestrictor policy = policy();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.sun.management:type=DiagnosticCommand",
        "com.sun.management:type=HotSpotDiagnostic",
        "jdk.management.jfr:type=FlightRecorder",
        "java.util.logging:type=Logging",
        "JMImplementation:type=MBeanServerDelegate",
        "Tomcat:type=Service",
        "Tomcat-1:type=Server",
        "jolokia:type=Config",
        "kafka.consumer:type=app-info,id=1",
        "hawtio:type=security,name=RBACRegistry"
      })
  void whatTheConsoleDoesNotNeedIsNeitherListedNorReadNorRun(String mbean) throws Exception {
    ObjectName name = new ObjectName(mbean);

    assertThat(policy.isObjectNameHidden(name)).isTrue();
    assertThat(policy.isAttributeReadAllowed(name, "Any")).isFalse();
    assertThat(policy.isAttributeWriteAllowed(name, "Any")).isFalse();
    assertThat(policy.isOperationAllowed(name, "any()")).isFalse();
  }

  @Test
  void whatIsUnknownIsNeitherReadNorRun() throws Exception {
    ObjectName name = new ObjectName("some.library:type=Tool");

    assertThat(policy.isAttributeReadAllowed(name, "Any")).isFalse();
    assertThat(policy.isOperationAllowed(name, "any()")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang:type=Runtime",
        "java.lang:type=Memory",
        "java.lang:type=Threading",
        "java.lang:type=OperatingSystem",
        "java.lang:name=G1 Eden Space,type=MemoryPool",
        "java.nio:name=direct,type=BufferPool",
        "hawtio:type=TreeWatcher",
        "sluice:type=DeadLetters",
        ROUTE,
        CONTEXT
      })
  void whatTheConsoleShowsIsListedAndReadAndNotWritten(String mbean) throws Exception {
    ObjectName name = new ObjectName(mbean);

    assertThat(policy.isObjectNameHidden(name)).isFalse();
    assertThat(policy.isAttributeReadAllowed(name, "Any")).isTrue();
    assertThat(policy.isAttributeWriteAllowed(name, "Any")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ROUTE + "|start()|true",
        ROUTE + "|stop(java.lang.Long)|true",
        ROUTE + "|dumpRouteAsXml()|true",
        ROUTE + "|updateRouteFromXml(java.lang.String)|false",
        ROUTE + "|remove()|false",
        CONTEXT + "|dumpRoutesAsXml()|true",
        CONTEXT + "|dumpRoutesStatsAsXml(boolean,boolean)|true",
        CONTEXT + "|sendBody(java.lang.String,java.lang.Object)|false",
        CONTEXT + "|requestBody(java.lang.String,java.lang.Object)|false",
        CONTEXT + "|createEndpoint(java.lang.String)|false",
        CONTEXT + "|stop()|false",
        "sluice:type=DeadLetters|replay(java.lang.String)|true",
        "sluice:type=Queue|rebuild()|true",
        "java.lang:type=Threading|dumpAllThreads(boolean,boolean)|true",
        "java.lang:type=Memory|gc()|false"
      })
  void operationsAreAllowedByName(String mbean, String operation, boolean allowed)
      throws MalformedObjectNameException {
    assertThat(policy.isOperationAllowed(new ObjectName(mbean), operation)).isEqualTo(allowed);
  }

  @Test
  void postIsTheOnlyMethodAndNoOriginIsToldThatItMayRead() {
    assertThat(policy.isHttpMethodAllowed(HttpMethod.POST)).isTrue();
    assertThat(policy.isHttpMethodAllowed(HttpMethod.GET)).isFalse();
    assertThat(policy.isOriginAllowed("http://evil.example", false)).isFalse();
    assertThat(policy.isOriginAllowed("null", false)).isFalse();
    assertThat(policy.isTypeAllowed(RequestType.EXEC)).isFalse();
  }

  private static PolicyRestrictor policy() {
    try (InputStream file = JolokiaAccessTest.class.getResourceAsStream("/jolokia-access.xml")) {
      return new PolicyRestrictor(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
