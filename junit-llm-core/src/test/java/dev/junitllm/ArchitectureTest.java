package dev.junitllm;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.stream.Stream;

/** The floors and the limits of the house, as docs/architecture.md draws them. */
@AnalyzeClasses(packages = "dev.junitllm", importOptions = MainClasses.class)
class ArchitectureTest {

    private static final String ROOT = "dev.junitllm";
    private static final String STATS = "dev.junitllm.stats..";
    private static final String GOLDEN = "dev.junitllm.golden..";
    private static final String SCORE = "dev.junitllm.score..";
    private static final String TRACE = "dev.junitllm.trace..";
    private static final String RUN = "dev.junitllm.run..";
    private static final String GATE = "dev.junitllm.gate..";
    private static final String REPORT = "dev.junitllm.report..";
    private static final String ASSERTJ = "dev.junitllm.assertj..";
    private static final String CLI = "dev.junitllm.cli..";

    @ArchTest
    static final ArchRule rootStandsOnNothing = room(ROOT);

    @ArchTest
    static final ArchRule statsStandsOnNothing = room(STATS);

    @ArchTest
    static final ArchRule statsUsesNothingButItsLibrary = classes()
            .that()
            .resideInAPackage(STATS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    STATS, "java.lang..", "java.util..", "java.math..", "org.apache.commons..", "org.jspecify..");

    @ArchTest
    static final ArchRule goldenStandsOnTheRoot = room(GOLDEN, ROOT);

    @ArchTest
    static final ArchRule scoreStandsOnStatistics = room(SCORE, ROOT, STATS);

    @ArchTest
    static final ArchRule traceStandsOnTheRoot = room(TRACE, ROOT);

    @ArchTest
    static final ArchRule runStandsOnScoresAndTraces = room(RUN, ROOT, STATS, SCORE, TRACE);

    @ArchTest
    static final ArchRule gateStandsOnStatisticsAndRuns = room(GATE, ROOT, STATS, SCORE, RUN);

    @ArchTest
    static final ArchRule reportStandsOnRunsAndGates = room(REPORT, ROOT, STATS, SCORE, TRACE, RUN, GATE);

    @ArchTest
    static final ArchRule assertjStandsOnScores = room(ASSERTJ, ROOT, SCORE, TRACE);

    @ArchTest
    static final ArchRule theCommandLineDoesWithoutJUnit =
            room(CLI, ROOT, STATS, GOLDEN, SCORE, TRACE, RUN, GATE, REPORT);

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsItsLibrary = noClasses()
            .that()
            .resideOutsideOfPackage(CLI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..", "dev.junitllm.cli..");

    @ArchTest
    static final ArchRule roomsDoNotGoRoundInCircles =
            slices().matching("dev.junitllm.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheGlueKnowsJUnit = noClasses()
            .that()
            .resideOutsideOfPackage("dev.junitllm.jupiter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.opentest4j..");

    @ArchTest
    static final ArchRule onlyTheAssertionsKnowAssertJ = noClasses()
            .that()
            .resideOutsideOfPackage(ASSERTJ)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.assertj..");

    @ArchTest
    static final ArchRule allureStaysInItsPackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.junitllm.report.allure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.qameta.allure..");

    @ArchTest
    static final ArchRule onlyItsCaptureKnowsOkHttp =
            onlyItsPackageKnows("dev.junitllm.trace.okhttp..", "okhttp3..", "okio..");

    @ArchTest
    static final ArchRule onlyItsCaptureKnowsSpringAi = noClasses()
            .that()
            .resideOutsideOfPackages("dev.junitllm.trace.springai..", "dev.junitllm.trace.spring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.ai..", "io.micrometer..", "dev.junitllm.trace.springai..");

    @ArchTest
    static final ArchRule onlyItsAutoConfigurationKnowsSpringBoot = onlyItsPackageKnows(
            "dev.junitllm.trace.spring..", "org.springframework.boot..", "org.springframework.context..");

    @ArchTest
    static final ArchRule onlySendingKnowsTheExporter =
            onlyItsPackageKnows("dev.junitllm.trace.otlp..", "io.opentelemetry.exporter..");

    @ArchTest
    static final ArchRule onlyItsCustomizerKnowsAutoconfiguration =
            onlyItsPackageKnows("dev.junitllm.trace.autoconfigure..", "io.opentelemetry.sdk.autoconfigure..");

    @ArchTest
    static final ArchRule onlyItsAdapterAndItsCaptureKnowLangChain4j = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.junitllm.score.embedding.LangChain4jEmbeddings")
            .and()
            .resideOutsideOfPackage("dev.junitllm.trace.langchain4j..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.langchain4j..", "dev.junitllm.trace.langchain4j..");

    @ArchTest
    static final ArchRule onlyItsLinesKnowLogback = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.junitllm.trace.LogbackLines")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ch.qos.logback..", "org.slf4j..");

    @ArchTest
    static final ArchRule onlySchemasKnowTheirValidator = noClasses()
            .that()
            .haveNameNotMatching(
                    "dev\\.junitllm\\.score\\.json\\.(CompiledSchema|ReferredSchemas|SchemaPattern)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.networknt..");

    @ArchTest
    static final ArchRule onlyOneClassReadsSettings = noClasses()
            .that()
            .resideOutsideOfPackages("dev.junitllm.jupiter..")
            .and()
            .areNotAssignableTo(Configuration.class)
            .should()
            .callMethod(Boolean.class, "getBoolean", String.class)
            .orShould()
            .callMethod(Integer.class, "getInteger", String.class)
            .orShould()
            .callMethod(Long.class, "getLong", String.class);

    @ArchTest
    static final ArchRule noDefaultLocale = noClasses()
            .should()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "format", String.class, Object[].class);

    @ArchTest
    static final ArchRule noDefaultCharset = noClasses()
            .should()
            .callMethod(String.class, "getBytes")
            .orShould()
            .callMethod(Charset.class, "defaultCharset")
            .orShould()
            .callConstructor(String.class, byte[].class);

    @ArchTest
    static final ArchRule nothingPrintsButTheReports = noClasses()
            .that()
            .resideOutsideOfPackage("dev.junitllm.jupiter..") // which hands the stream to the reports
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule noStaticMutableState = fields().that()
            .areStatic()
            .and()
            .areNotPrivate()
            .or()
            .areStatic()
            .should()
            .beFinal();

    @ArchTest
    static final ArchRule noStaticCollectionsThatGrow = fields().that()
            .areStatic()
            .should()
            .notHaveRawType(rawTypeOf("java.util.concurrent.ConcurrentHashMap"))
            .andShould()
            .notHaveRawType(rawTypeOf("java.util.HashMap"))
            .andShould()
            .notHaveRawType(rawTypeOf("java.util.ArrayList"))
            .andShould()
            .notHaveRawType(rawTypeOf("java.lang.ThreadLocal"))
            .andShould()
            .notHaveRawType(rawTypeOf("java.util.concurrent.atomic.AtomicReference"));

    @ArchTest
    static final ArchRule noNamesThatSayNothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    @ArchTest
    static final ArchRule extensionsAreNotPublic = methods()
            .that()
            .areDeclaredInClassesThat(resideInAPackage("dev.junitllm.jupiter")
                    .and(not(annotations()))
                    .and(not(madeByName())))
            .should()
            .beDeclaredInClassesThat(notPublic());

    /** A room may use the JDK, libraries, itself, and the rooms below it. */
    private static ArchRule room(String room, String... below) {
        String[] allowed = Stream.concat(Stream.of(room), Stream.of(below)).toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(room)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("dev.junitllm..")).or(resideInAnyPackage(allowed)));
    }

    /** A library that is the user's is touched in one package alone, and that package by nobody: all others load without it. */
    private static ArchRule onlyItsPackageKnows(String room, String... library) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(room)
                .should()
                .dependOnClassesThat(resideInAnyPackage(library).or(resideInAPackage(room)));
    }

    private static DescribedPredicate<JavaClass> rawTypeOf(String name) {
        return DescribedPredicate.describe(name, type -> type.getName().equals(name));
    }

    private static DescribedPredicate<JavaClass> annotations() {
        return DescribedPredicate.describe("annotations", JavaClass::isAnnotation);
    }

    private static DescribedPredicate<JavaClass> madeByName() {
        Set<String> named = Set.of(
                "dev.junitllm.jupiter.ConfigurationListener",
                "dev.junitllm.jupiter.EarlyTracingListener",
                "dev.junitllm.jupiter.IgnoredAnnotationListener",
                "dev.junitllm.jupiter.LlmParallelism");
        return DescribedPredicate.describe("made by JUnit by their names", type -> named.contains(type.getName()));
    }

    private static DescribedPredicate<JavaClass> notPublic() {
        return DescribedPredicate.describe(
                "are not public", type -> !type.getModifiers().contains(JavaModifier.PUBLIC));
    }
}
