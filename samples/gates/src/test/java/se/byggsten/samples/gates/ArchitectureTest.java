package se.byggsten.samples.gates;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Set;
import se.byggsten.core.ByggstenException;

/** Who may know whom, and what nobody may do; design and reasons stand in docs/adr. */
@AnalyzeClasses(
    packages = "se.byggsten",
    importOptions = {ImportOption.DoNotIncludeTests.class})
class ArchitectureTest {
  private static final Set<String> HARDENED_FACTORIES =
      Set.of(
          "javax.xml.parsers.DocumentBuilderFactory",
          "javax.xml.parsers.SAXParserFactory",
          "javax.xml.stream.XMLInputFactory",
          "javax.xml.transform.TransformerFactory",
          "javax.xml.validation.SchemaFactory",
          "javax.xml.xpath.XPathFactory",
          "java.security.Signature");

  private static final String CORE = "se.byggsten.core..";
  private static final String[] CORE_ROOM = {
    CORE,
    "se.byggsten.data..",
    "se.byggsten.expression..",
    "se.byggsten.web..",
    "se.byggsten.postgres..",
    "se.byggsten.pdf.."
  };

  @ArchTest
  static void every_module_was_read(JavaClasses all) {
    assertThat(all.size()).isGreaterThan(300);
    assertThat(all.stream().map(c -> c.getPackageName().split("\\.", -1)[2]).distinct().toList())
        .contains(
            "core",
            "data",
            "expression",
            "web",
            "postgres",
            "pdf",
            "forms",
            "upload",
            "identity",
            "saml",
            "testidp",
            "archive",
            "diary",
            "accessibility",
            "conformance",
            "cli",
            "samples");
  }

  private static String[] and(String[] first, String... more) {
    String[] both = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, both, first.length, more.length);
    return both;
  }

  private static ArchRule knowsOnly(String who, String... whom) {
    return classes()
        .that()
        .resideInAnyPackage(who)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(whom).or(not(resideInAPackage("se.byggsten.."))))
        .because("a room knows core and itself, so that it can be used alone");
  }

  @ArchTest static final ArchRule core_knows_itself = knowsOnly("se.byggsten.core..", CORE);

  @ArchTest
  static final ArchRule core_modules_know_the_core_room =
      classes()
          .that()
          .resideInAnyPackage(CORE_ROOM)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(CORE_ROOM).or(not(resideInAPackage("se.byggsten.."))))
          .because("nothing in core knows what is built on it");

  @ArchTest
  static final ArchRule forms_knows_core =
      knowsOnly("se.byggsten.forms..", and(CORE_ROOM, "se.byggsten.forms.."));

  @ArchTest
  static final ArchRule upload_knows_forms =
      knowsOnly(
          "se.byggsten.upload..", and(CORE_ROOM, "se.byggsten.upload..", "se.byggsten.forms.."));

  @ArchTest
  static final ArchRule identity_knows_core =
      knowsOnly("se.byggsten.identity..", and(CORE_ROOM, "se.byggsten.identity.."));

  @ArchTest
  static final ArchRule saml_knows_identity =
      knowsOnly(
          "se.byggsten.saml..", and(CORE_ROOM, "se.byggsten.saml..", "se.byggsten.identity.."));

  /** Not {@code se.byggsten.saml}: it answers the service provider without that one's engine. */
  @ArchTest
  static final ArchRule test_idp_knows_identity =
      knowsOnly(
          "se.byggsten.testidp..",
          and(CORE_ROOM, "se.byggsten.testidp..", "se.byggsten.identity.."));

  @ArchTest
  static final ArchRule archive_knows_core =
      knowsOnly("se.byggsten.archive..", and(CORE_ROOM, "se.byggsten.archive.."));

  @ArchTest
  static final ArchRule diary_knows_archive =
      knowsOnly(
          "se.byggsten.diary..", and(CORE_ROOM, "se.byggsten.diary..", "se.byggsten.archive.."));

  @ArchTest
  static final ArchRule accessibility_knows_core =
      knowsOnly("se.byggsten.accessibility..", and(CORE_ROOM, "se.byggsten.accessibility.."));

  @ArchTest
  static final ArchRule nothing_knows_conformance_or_samples =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "se.byggsten.conformance..", "se.byggsten.cli..", "se.byggsten.samples..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "se.byggsten.conformance..", "se.byggsten.cli..", "se.byggsten.samples..")
          .because("the kit judges the rooms and the samples show them");

  @ArchTest
  static final ArchRule conformance_knows_no_sample =
      noClasses()
          .that()
          .resideInAnyPackage("se.byggsten.conformance..", "se.byggsten.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("se.byggsten.samples..")
          .because("the kit verifies any service, not only ours");

  @ArchTest
  static final ArchRule no_cycles_between_packages =
      slices()
          .assignedFrom(new PackagesWithTheirInternals())
          .should()
          .beFreeOfCycles()
          .because("a cycle is one package with two names");

  @ArchTest
  static final ArchRule internal_stays_in_its_module =
      classes()
          .that()
          .resideInAPackage("se.byggsten..internal..")
          .should(BeUsedOnlyInItsModule.RULE)
          .because("what is internal may change at any time");

  @ArchTest
  static final ArchRule public_signatures_are_our_own =
      classes()
          .that()
          .resideOutsideOfPackages("..internal..", "se.byggsten.samples..", "se.byggsten.cli..")
          .and()
          .arePublic()
          .should(HaveSignaturesOfOurOwn.RULE)
          .because("a third party's type in a signature makes its version our users' problem");

  @ArchTest
  static final ArchRule public_types_are_closed =
      classes()
          .that()
          .arePublic()
          .and()
          .areTopLevelClasses()
          .and()
          .resideOutsideOfPackages("..internal..", "..spi..", "se.byggsten.samples..")
          .and()
          .areNotInterfaces()
          .and(
              not(
                  DescribedPredicate.equalTo(ByggstenException.class.getName())
                      .onResultOf(JavaClass::getName)))
          .should(BeFinalOrSealed.RULE)
          .because("a class is open for extension only where that was thought through");

  @ArchTest
  static final ArchRule servlets_live_in_servlet_packages =
      noClasses()
          .that()
          .resideOutsideOfPackages("..servlet..", "se.byggsten.samples..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.servlet..")
          .because("the modules run without a servlet container");

  @ArchTest
  static final ArchRule exceptions_have_codes =
      classes()
          .that()
          .areAssignableTo(Throwable.class)
          .and(
              not(
                  DescribedPredicate.equalTo(ByggstenException.class.getName())
                      .onResultOf(JavaClass::getName)))
          .and()
          .resideOutsideOfPackage("..internal..")
          .should()
          .beAssignableTo(ByggstenException.class)
          .andShould()
          .haveSimpleNameEndingWith("Exception")
          .because("callers branch on codes");

  @ArchTest
  static final ArchRule logging_is_slf4j =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.commons.logging..", "org.apache.log4j..")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(
              java.util.logging.Logger.class,
              java.util.logging.LogManager.class,
              java.util.logging.Handler.class)
          .because("the user of a library chooses the log");

  @ArchTest
  static final ArchRule standard_streams_belong_to_the_console =
      noClasses()
          .that(
              not(
                  DescribedPredicate.describe(
                      "the CLI's Console",
                      (JavaClass c) -> c.getName().equals("se.byggsten.cli.Console"))))
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("a library does not print");

  @ArchTest
  static final ArchRule no_old_namespaces =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("javax.validation..", "javax.servlet..", "javax.xml.bind..")
          .because("Jakarta is the namespace of today");

  @ArchTest
  static final ArchRule time_is_passed_in =
      noClasses()
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "reads the clock or a default",
                  (JavaAccess<?> call) -> ReadsTheSurroundings.test(call)))
          .because("a clock, a locale and a zone are passed in, so that a test can set them");

  @ArchTest
  static final ArchRule randomness_is_secure =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(java.util.Random.class, java.util.concurrent.ThreadLocalRandom.class)
          .because("what is guessed is lost");

  @ArchTest
  static final ArchRule parsers_and_crypto_are_made_in_one_place =
      noClasses()
          .that()
          .resideOutsideOfPackages("..internal..", "se.byggsten.samples..")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "XML and signature factories",
                  (JavaClass c) -> HARDENED_FACTORIES.contains(c.getName())))
          .because("a parser is hardened where it is made, and fails closed");

  @ArchTest
  static final ArchRule no_mutable_statics =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage("..internal.jte..")
          .should()
          .beFinal()
          .because("shared state that changes cannot be reasoned about");

  @ArchTest
  static final ArchRule no_reflection_outside_internal =
      noClasses()
          .that()
          .resideOutsideOfPackages("..internal..", "se.byggsten.samples..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.lang.reflect..")
          .because("what is found by reflection is found by nobody else");

  @ArchTest
  static final ArchRule personal_types_are_masked =
      classes()
          .that(
              DescribedPredicate.describe(
                  "hold personal data", (JavaClass c) -> PersonalTypes.test(c)))
          .should(MaskTheirText.RULE)
          .because("what is printed is spread");

  @ArchTest
  static final ArchRule nothing_personal_is_serializable =
      noClasses()
          .that()
          .resideInAnyPackage(
              "se.byggsten.core.identifier..",
              "se.byggsten.core.person..",
              "se.byggsten.core.cases..")
          .and(not(assignableTo(Throwable.class)))
          .and(not(assignableTo(Enum.class)))
          .should()
          .implement(java.io.Serializable.class)
          .because("a serialised object is a copy that nobody disposes of");

  @ArchTest
  static void a_clock_can_be_passed_in(JavaClasses all) {
    assertThat(
            all.stream()
                .filter(
                    c ->
                        c.getDirectDependenciesFromSelf().stream()
                            .anyMatch(d -> d.getTargetClass().isEquivalentTo(Clock.class)))
                .count())
        .isGreaterThan(5);
  }
}
