package dev.junitllm.judge;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.locks.Lock;

/** The limits of the house for the judges, as docs/architecture.md draws them; core's own test looks at core alone. */
@AnalyzeClasses(packages = "dev.junitllm.judge", importOptions = ImportOption.DoNotIncludeTests.class)
class JudgeArchitectureTest {

    @ArchTest
    static final ArchRule roomsDoNotGoRoundInCircles =
            slices().matching("dev.junitllm.judge.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule anEndpointKnowsNothingOfModels = classes()
            .that()
            .resideInAPackage("dev.junitllm.judge.http")
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.describe(
                    "are no judges'",
                    type -> !type.getPackageName().startsWith("dev.junitllm.judge")
                            || type.getPackageName().equals("dev.junitllm.judge.http")));

    @ArchTest
    static final ArchRule noJUnit = noClasses().should().dependOnClassesThat().resideInAPackage("org.junit..");

    @ArchTest
    static final ArchRule staticFieldsAreFinal =
            fields().that().areStatic().should().beFinal();

    /**
     * What is shared sits in the run's scope. The one exception is the gates of hosts: a server counts the calls of a whole
     * process, so no run can keep to its limit alone. They are held weakly, and go with the last endpoint that used them.
     */
    @ArchTest
    static final ArchRule nothingStaticChangesButTheGatesOfHosts = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.junitllm.judge.http.HostGates")
            .should()
            .callConstructorWhere(DescribedPredicate.<JavaConstructorCall>describe(
                            "a static initializer makes what changes",
                            call -> call.getOrigin().getName().equals("<clinit>"))
                    .and(target(owner(assignableTo(Map.class)
                            .or(assignableTo(Collection.class))
                            .or(assignableTo(Lock.class))
                            .or(assignableTo(ThreadLocal.class))
                            .or(DescribedPredicate.describe(
                                    "are atomic",
                                    type -> type.getPackageName().equals("java.util.concurrent.atomic")))))));

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
    static final ArchRule nothingPrints =
            noClasses().should().accessField(System.class, "out").orShould().accessField(System.class, "err");
}
