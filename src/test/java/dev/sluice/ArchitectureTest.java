package dev.sluice;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The house rules that a compiler does not see. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("dev.sluice.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule DOCUMENT_IS_A_LEAF =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.model.document")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.camel..", "org.springframework..");

  @ArchTest
  static final ArchRule STAGES_DO_NOT_KNOW_THEIR_NEIGHBOURS =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.sluice.intake..", "dev.sluice.work..", "dev.sluice.results.read..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.sluice.pdf..", "dev.sluice.results.write..");

  @ArchTest
  static final ArchRule THE_CHILD_NEEDS_NEITHER_SPRING_NOR_CAMEL =
      noClasses()
          .that()
          .resideInAPackage("dev.sluice.pdf.fork..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..", "org.apache.camel..", "com.fasterxml..", "org.slf4j..");

  @ArchTest
  static final ArchRule NO_CAMEL_BELOW_THE_EDGE =
      noClasses()
          .that()
          .resideInAnyPackage(
              "dev.sluice.store.ledger..",
              "dev.sluice.results.write..",
              "dev.sluice.store.claimcheck..",
              "dev.sluice.model.failure..",
              "dev.sluice.pdf.fork..",
              "dev.sluice.model.settings..")
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

  /** Such a stream keeps its connection until it is closed, which is easily forgotten. */
  @ArchTest
  static final ArchRule NO_ROWS_ARE_STREAMED_FROM_THE_DATABASE_CLIENT =
      noClasses().should().callMethod(JdbcClient.MappedQuerySpec.class, "stream");
}
