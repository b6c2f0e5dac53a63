package dev.junitllm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The limits of the house. */
@AnalyzeClasses(packages = "dev.junitllm", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule allureStaysInItsPackage = noClasses()
            .that()
            .resideOutsideOfPackage("dev.junitllm.report.allure..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.qameta.allure..");
}
