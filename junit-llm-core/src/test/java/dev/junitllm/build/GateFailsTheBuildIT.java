package dev.junitllm.build;

import static dev.junitllm.build.EvalProjects.evalClass;
import static dev.junitllm.build.EvalProjects.threeOfFour;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.build.SurefireReport.Outcome;
import dev.junitllm.build.SurefireReport.TestCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateFailsTheBuildIT {

    private static final String TEST = "demo.CapitalsEvalTest";
    private static final String BELOW = """
            @GoldenSet("golden/capitals.jsonl") @ReferenceScore(ExactMatch.class) @PassRate(atLeast = 0.8)""";

    /** As docs/compatibility.md shows it. */
    private static final String PHRASED_NAMES = """
            <statelessTestsetReporter implementation="org.apache.maven.plugin.surefire.extensions.junit5.JUnit5Xml30StatelessReporter">
              <usePhrasedTestCaseMethodName>true</usePhrasedTestCaseMethodName>
            </statelessTestsetReporter>""";

    @ParameterizedTest
    @ValueSource(strings = {"5.12.2", "6.1.3"})
    void aSetBelowItsBarFailsTheBuildInOneTestCaseNamedAfterTheMethod(String junit) {
        var build = EvalProjects.capitals("gate-below-" + junit)
                .pom(EvalProjects.pom(junit, ""))
                .testSource("demo/CapitalsEvalTest.java", threeOfFour("CapitalsEvalTest", BELOW))
                .run("test");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        var report = build.report(TEST);
        var eval = build.eval();
        assertThat(report.ended(Outcome.FAILURE))
                .containsExactly(
                        new TestCase("answers(GoldenCase, Actual)", Outcome.FAILURE, """
                        CapitalsEvalTest.answers: FAIL (golden/capitals.jsonl)
                          FAIL @PassRate(atLeast = 0.8): 3 of 4 cases passed: 0.75, below 0.8 (95%% interval 0.194 to 0.994, Clopper–Pearson)
                            cases 4, samples 4, errors 0, smallest detectable drop 0.518, seed 0, method Clopper–Pearson
                            FAILED italy: exact-match 0 (below its bar)
                          All cases and verdicts: %s""".formatted(eval.summary())));
        assertThat(report.ended(Outcome.ERROR)).isEmpty();
        assertThat(report.ended(Outcome.PASSED)).hasSize(3);
        assertThat(report.ended(Outcome.SKIPPED)).singleElement().satisfies(miss -> {
            assertThat(miss.name()).isEqualTo("answers(GoldenCase, Actual)[2]");
            assertThat(miss.message())
                    .contains("below the bar; counted by the gate")
                    .contains("italy (golden/capitals.jsonl:2)")
                    .contains("'Milan' instead of 'Rome'");
        });
        assertThat(eval.run().at("/versions/junit").asText()).isEqualTo(junit);
    }

    @Test
    void aSetThatReachesItsBarLetsTheBuildPassAndLeavesItsFiles() {
        var build = passing("gate-reached")
                .pom(EvalProjects.pom(EvalProjects.JUNIT, PHRASED_NAMES))
                .run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.report(TEST).ended(Outcome.SKIPPED))
                .extracting(TestCase::name)
                .containsExactly("answers(GoldenCase, Actual) italy");
        assertThat(build.report(TEST).ended(Outcome.PASSED))
                .extracting(TestCase::name)
                .containsExactly(
                        "answers(GoldenCase, Actual) france",
                        "answers(GoldenCase, Actual) spain",
                        "answers(GoldenCase, Actual) peru");
        var eval = build.eval();
        assertThat(eval.run().at("/schema").asInt()).isEqualTo(1);
        assertThat(eval.run().at("/ended").isTextual()).isTrue();
        assertThat(eval.run().at("/goldenSets/0/goldenSet").asText()).isEqualTo("golden/capitals.jsonl");
        assertThat(eval.cases())
                .extracting(line ->
                        line.at("/case").asText() + " " + line.at("/outcome").asText())
                .containsExactly("france PASSED", "italy FAILED", "spain PASSED", "peru PASSED");
        assertThat(eval.verdicts()).singleElement().satisfies(verdict -> {
            assertThat(verdict.at("/gate/name").asText()).isEqualTo("PassRate");
            assertThat(verdict.at("/status").asText()).isEqualTo("PASS");
            assertThat(verdict.at("/tally/passed").asInt()).isEqualTo(3);
        });
        assertThat(eval.text("summary.md")).contains("CapitalsEvalTest.answers", "italy");
        assertThat(build.output()).contains("CapitalsEvalTest.answers", "PASS  @PassRate(atLeast = 0.75)", "0.194");
    }

    @Test
    void whatCannotBeJudgedIsAnErrorOfTheMethod() {
        var build = EvalProjects.capitals("gate-errors")
                .file("src/test/resources/golden/forty.jsonl", fortyCases())
                .file("src/test/resources/golden/empty.jsonl", "")
                .testSource("demo/ErringEvalTest.java", evalClass("ErringEvalTest", """
                        @GoldenSet("golden/forty.jsonl") @ReferenceScore(ExactMatch.class) @PassRate(atLeast = 0.9)""", """
                        if (!golden.id().equals("case-1")) throw new IllegalStateException("503 from the model");
                        actual.output(golden.expected());"""))
                .testSource("demo/EmptyEvalTest.java", evalClass("EmptyEvalTest", """
                        @GoldenSet("golden/empty.jsonl") @ReferenceScore(ExactMatch.class)""", "actual.output(\"\");"))
                .testSource(
                        "demo/ScorerlessEvalTest.java", evalClass("ScorerlessEvalTest", """
                        @GoldenSet("golden/capitals.jsonl")""", "actual.output(\"\");"))
                .testSource("demo/SilentEvalTest.java", evalClass("SilentEvalTest", """
                        @GoldenSet("golden/capitals.jsonl") @ReferenceScore(ExactMatch.class) @PassRate(atLeast = 0.1)""", ""))
                .run("test");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        var erring = build.report("demo.ErringEvalTest");
        assertThat(erring.ended(Outcome.PASSED)).hasSize(1);
        assertThat(erring.ended(Outcome.SKIPPED)).hasSize(39);
        assertThat(erring.ended(Outcome.FAILURE)).isEmpty();
        assertThat(onlyError(build, "demo.ErringEvalTest"))
                .contains("ERROR @PassRate(atLeast = 0.9): 39 of 40 ended in an error")
                .endsWith("summary.md");
        assertThat(onlyError(build, "demo.EmptyEvalTest"))
                .contains("golden/empty.jsonl")
                .contains("no case");
        assertThat(onlyError(build, "demo.ScorerlessEvalTest"))
                .isEqualTo("ScorerlessEvalTest.answers has no scorer, so nothing would be checked: add one, such as"
                        + " @ReferenceScore(ExactMatch.Folded.class)");
        assertThat(onlyError(build, "demo.SilentEvalTest")).contains("nothing was scored");
    }

    @Test
    void aSelectionThatLeavesNothingFailsTheBuild() {
        var build = passing("gate-nothing-selected").run("test", "-Djunit.llm.tags=nosuch");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        assertThat(onlyError(build, TEST))
                .contains("none of its 4 cases carries the tag 'nosuch'")
                .contains("the tags are 'america', 'europe'");
    }

    @Test
    void aSelectionThatLeavesSomethingIsJudgedByItsGates() {
        var build = passing("gate-some-selected").run("test", "-Djunit.llm.tags=europe");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        assertThat(build.report(TEST).broken())
                .startsWith("CapitalsEvalTest.answers: FAIL (golden/capitals.jsonl, 3 of 4 cases");
    }

    @Test
    void aMisspeltSettingFailsTheBuild() {
        var build = passing("gate-misspelt")
                .pom(EvalProjects.pom(EvalProjects.JUNIT, """
                        <systemPropertyVariables><junit.llm.tag>europe</junit.llm.tag></systemPropertyVariables>"""))
                .run("test");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        assertThat(onlyError(build, TEST))
                .isEqualTo("there is no setting junit.llm.tag, which is set in the system properties: did you mean"
                        + " junit.llm.tags?");
    }

    @Test
    void aMisspeltSettingThatOnlyAListenerSeesIsALoudWarning() {
        var build = passing("gate-misspelt-parameter")
                .pom(EvalProjects.pom(EvalProjects.JUNIT, """
                        <properties>
                          <configurationParameters>junit.llm.tag = europe</configurationParameters>
                        </properties>"""))
                .run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.output())
                .contains(
                        "junit-llm: there is no setting junit.llm.tag, which is set in JUnit's configuration parameters:"
                                + " did you mean junit.llm.tags?");
    }

    @Test
    void evalsCanBeLeftOut() {
        var build = withAnOrdinaryTest("gate-left-out").run("test", "-DexcludedGroups=llm-eval");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.report("demo.OrdinaryTest").tests()).hasSize(1);
        assertThat(build.evals()).isEmpty();
    }

    @Test
    void evalsCanBeRunAlone() {
        var build = withAnOrdinaryTest("gate-alone").run("test", "-Dgroups=llm-eval");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        assertThat(build.report(TEST).broken()).startsWith("CapitalsEvalTest.answers: FAIL");
        assertThat(build.output()).doesNotContain("Running demo.OrdinaryTest");
    }

    /** Surefire runs the whole set again, in the same JVM: each time it is judged anew. */
    @Test
    void runningFailedTestsAgainCannotTurnAFailedGateGreen() {
        var build = EvalProjects.capitals("gate-rerun")
                .testSource("demo/CapitalsEvalTest.java", threeOfFour("CapitalsEvalTest", BELOW))
                .run("test", "-Dsurefire.rerunFailingTestsCount=2");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        assertThat(build.report(TEST).broken()).startsWith("CapitalsEvalTest.answers: FAIL");
        assertThat(build.evals()).hasSize(3).allSatisfy(eval -> {
            assertThat(eval.cases()).hasSize(4);
            assertThat(eval.verdicts()).hasSize(1);
        });
    }

    /** Where cases decide for themselves, Surefire would call one that passes at its second try flaky, and the build green. */
    @Test
    void runningFailedCasesAgainUntilTheyPassIsRefused() {
        var build = EvalProjects.capitals("cases-rerun")
                .testSource("demo/CapitalsEvalTest.java", evalClass("CapitalsEvalTest", """
                        private static final java.util.concurrent.atomic.AtomicInteger TRIES = new java.util.concurrent.atomic.AtomicInteger();

                        @GoldenSet("golden/capitals.jsonl") @ReferenceScore(ExactMatch.class)""", """
                        boolean wrong = golden.id().equals("italy") && TRIES.getAndIncrement() == 0;
                        actual.output(wrong ? "Milan" : golden.acceptableAnswers().get(0));"""))
                .run("test", "-Dsurefire.rerunFailingTestsCount=2");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        assertThat(build.output())
                .contains(
                        "1 case failed before, and passed when run again: italy. To try until a case passes is pass@k");
    }

    private static MavenProject passing(String name) {
        return EvalProjects.capitals(name)
                .testSource("demo/CapitalsEvalTest.java", threeOfFour("CapitalsEvalTest", """
                @GoldenSet("golden/capitals.jsonl") @ReferenceScore(ExactMatch.class) @PassRate(atLeast = 0.75)"""));
    }

    private static MavenProject withAnOrdinaryTest(String name) {
        return EvalProjects.capitals(name)
                .testSource("demo/CapitalsEvalTest.java", threeOfFour("CapitalsEvalTest", BELOW))
                .testSource("demo/OrdinaryTest.java", """
                        package demo;

                        class OrdinaryTest {
                          @org.junit.jupiter.api.Test
                          void works() {}
                        }
                        """);
    }

    private static String onlyError(MavenBuild build, String test) {
        var report = build.report(test);
        assertThat(report.ended(Outcome.ERROR)).as(report::toString).hasSize(1);
        assertThat(report.ended(Outcome.ERROR).get(0).name()).isEqualTo("answers(GoldenCase, Actual)");
        return report.broken();
    }

    private static String fortyCases() {
        var lines = new StringBuilder();
        for (int i = 1; i <= 40; i++) {
            lines.append("{\"id\": \"case-%d\", \"input\": \"%d\", \"expected\": \"%d\"}\n".formatted(i, i, i));
        }
        return lines.toString();
    }
}
