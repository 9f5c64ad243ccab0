package dev.sluice.it;

import dev.sluice.SluiceApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the running application. All of them share one, so they run one after the other, beside
 * tests that have processes of their own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.SAME_THREAD)
@CamelSpringBootTest
@SpringBootTest(
    classes = SluiceApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "management.server.port=0",
      "sluice.ops.password=" + TestServers.OPS_PASSWORD,
      "sluice.bootstrap.api-key=" + TestServers.API_KEY,
      "sluice.bootstrap.owner=tester",
      "sluice.intake.max-size=101MB",
      "sluice.admission.bytes=1GB",
      "sluice.limits.enabled=false",
      "sluice.http.header-within=4s",
      "sluice.parser.heap=128MB",
      "sluice.parser.total-time=30s",
      "sluice.parser.silence=12s",
      "sluice.watch.patience=10s",
      "sluice.work.retry.first=100ms",
      "sluice.work.split-pages=40",
      "sluice.work.range-pages=20",
      "sluice.recent-originals.keep-for=1s",
      "sluice.replay.period=250ms",
      "sluice.sweeper.period=500ms",
      "sluice.document-counts.period=500ms",
      "sluice.samples.period=1s",
      "sluice.retention.period=500ms",
      "sluice.claims-check.pace=250ms",
      "sluice.events.period=100ms",
      "sluice.webhooks.allow-http=true",
      "sluice.webhooks.allow-private=true",
      "sluice.webhooks.period=100ms",
      "sluice.webhooks.timeout=1s",
      "sluice.webhooks.attempts=3",
      "sluice.webhooks.first-delay=50ms",
      "sluice.s3-drop.period=250ms",
      "sluice.s3-drop.page-size=10",
      "sluice.sftp.poll-every=250ms",
      "sluice.sftp.stable-for=500ms",
      "sluice.sftp.incomplete-after=8s"
    })
@ContextConfiguration(initializers = TestServers.class)
public @interface RunningSluice {}
