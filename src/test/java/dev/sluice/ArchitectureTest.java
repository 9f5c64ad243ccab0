package dev.sluice;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house rules that a compiler does not see. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] FRAMEWORKS_AND_SERVERS = {
    "org.springframework..",
    "org.apache.camel..",
    "org.apache.kafka..",
    "software.amazon..",
    "java.sql..",
    "javax.sql.."
  };

  /** What does one thing on one machine and another thing on the next. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
          "java.text.SimpleDateFormat.<init>(java.lang.String)",
          "java.text.DecimalFormat.<init>(java.lang.String)",
          "java.util.Locale.getDefault()",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.lang.String.<init>([B, int, int)",
          "java.io.ByteArrayOutputStream.toString()",
          "java.io.FileReader.<init>(java.io.File)",
          "java.io.FileReader.<init>(java.lang.String)",
          "java.io.FileWriter.<init>(java.io.File)",
          "java.io.FileWriter.<init>(java.lang.String)",
          "java.io.InputStreamReader.<init>(java.io.InputStream)",
          "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
          "java.util.Scanner.<init>(java.io.InputStream)",
          "java.nio.charset.Charset.defaultCharset()",
          "java.time.LocalDate.now()",
          "java.time.LocalTime.now()",
          "java.time.LocalDateTime.now()",
          "java.time.ZonedDateTime.now()",
          "java.time.OffsetDateTime.now()",
          "java.time.Clock.systemDefaultZone()",
          "java.time.ZoneId.systemDefault()",
          "java.util.TimeZone.getDefault()");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.sluice.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_TOP_LEVEL_HAS_NO_CYCLES =
      slices().matching("dev.sluice.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule THE_PDF_ENGINE_KNOWS_THE_MODEL_AND_NOTHING_ELSE_OF_SLUICE =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.pdf..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.sluice..")
                  .and(resideOutsideOfPackages("dev.sluice.pdf..", "dev.sluice.model..")));

  @ArchTest
  static final ArchRule THE_PDF_ENGINE_NEEDS_NO_FRAMEWORK_AND_NO_SERVER =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.pdf..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS_AND_SERVERS);

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_NOTHING_ELSE_OF_SLUICE =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.model..")
          .should()
          .dependOnClassesThat(
              resideInAPackage("dev.sluice..").and(resideOutsideOfPackage("dev.sluice.model..")));

  @ArchTest
  static final ArchRule DOCUMENTS_AND_FAILURES_NEED_NO_FRAMEWORK_AND_NO_SERVER =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.sluice.model.document..",
              "dev.sluice.model.failure..",
              "dev.sluice.model.settings..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FRAMEWORKS_AND_SERVERS);

  @ArchTest
  static final ArchRule STAGES_DO_NOT_KNOW_THEIR_NEIGHBOURS =
      noClasses()
          .that()
          .resideInAnyPackage("dev.sluice.intake..", "dev.sluice.work", "dev.sluice.work.queue")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sluice.pdf..", "dev.sluice.results..");

  @ArchTest
  static final ArchRule WHAT_RUNS_IN_A_FORK_NEEDS_NEITHER_JSON_NOR_LOGS =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.pdf.*..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.fasterxml..", "org.slf4j..");

  @ArchTest
  static final ArchRule NO_CAMEL_BELOW_THE_EDGE =
      noClasses()
          .that()
          .resideInAnyPackage("dev.sluice.store..", "dev.sluice.results.write..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule NOTHING_BUT_ITS_OWN_MAIN_NEEDS_THE_EMBEDDED_SERVERS =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.sluice.embedded..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.sluice.embedded..");

  /** The defaults that main methods set are for libraries: our own code says what it means. */
  @ArchTest
  static final ArchRule NOTHING_DEPENDS_ON_THE_MACHINES_LANGUAGE_ENCODING_OR_ZONE =
      noClasses()
          .should()
          .accessTargetWhere(
              target(
                  describe(
                      "is of the machine",
                      (AccessTarget called) -> OF_THE_MACHINE.contains(called.getFullName()))));

  /** Such a stream keeps its connection until it is closed, which is easily forgotten. */
  @ArchTest
  static final ArchRule NO_ROWS_ARE_STREAMED_FROM_THE_DATABASE_CLIENT =
      noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");
}
