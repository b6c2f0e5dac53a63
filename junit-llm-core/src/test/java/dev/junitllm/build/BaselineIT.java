package dev.junitllm.build;

import static dev.junitllm.build.EvalProjects.evalClass;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A baseline's life: it is missed on CI, recorded by two forks at once, and fails the build after a regression. */
class BaselineIT {

    private static final String EVAL = """
            @GoldenSet("golden/numbers.jsonl") @ReferenceScore(ExactMatch.class) @NoRegression""";

    private static final String BODY = """
            boolean forgets = Boolean.getBoolean("demo.forgets") && golden.id().endsWith("7");
            actual.output(forgets ? "I have forgotten" : golden.expected());""";

    private static final String TWO_FORKS_ON_CI = """
            <forkCount>2</forkCount>
            <reuseForks>false</reuseForks>
            <environmentVariables><CI>true</CI></environmentVariables>""";

    private final MavenProject project = EvalProjects.begin("baseline", EvalProjects.JUNIT, TWO_FORKS_ON_CI)
            .file("src/test/resources/golden/numbers.jsonl", numbers())
            .testSource("demo/FirstEvalTest.java", evalClass("FirstEvalTest", EVAL, BODY))
            .testSource("demo/SecondEvalTest.java", evalClass("SecondEvalTest", EVAL, BODY));

    @Test
    void isMissedOnCiRecordedWhenAskedForAndFailsTheBuildAfterARegression() throws IOException {
        var missed = project.run("test");

        assertThat(missed.exitCode()).as(missed::output).isEqualTo(1);
        assertThat(missed.report("demo.FirstEvalTest").broken())
                .contains("ERROR @NoRegression: there is no baseline to compare with: record one with")
                .contains("CI is set, where a missing baseline is an error");
        assertThat(project.folder().resolve("src/test/llm-baselines")).doesNotExist();

        var recorded = project.run("test", "-Djunit.llm.baseline=update");

        assertThat(recorded.exitCode()).as(recorded::output).isZero();
        assertThat(recorded.output())
                .contains("baseline updated: src/test/llm-baselines/demo.FirstEvalTest.answers.json, 60 cases");
        for (String test : new String[] {"First", "Second"}) {
            assertThat(Files.readAllLines(baseline(test), UTF_8))
                    .filteredOn(line -> line.startsWith("{\"case\""))
                    .hasSize(60);
        }
        String before = Files.readString(baseline("First"), UTF_8);

        var regressed = project.run("test", "-Ddemo.forgets=true");

        assertThat(regressed.exitCode()).as(regressed::output).isEqualTo(1);
        assertThat(regressed.report("demo.SecondEvalTest").broken())
                .contains("FAIL @NoRegression: the pass rate over 60 cases is 0.9, and was 1 in the baseline")
                .contains("newly failing (6):\n      case-7\n        was: 7\n        now: I have forgotten\n");
        assertThat(Files.readString(baseline("First"), UTF_8)).isEqualTo(before);
    }

    private Path baseline(String test) {
        return project.folder().resolve("src/test/llm-baselines/demo." + test + "EvalTest.answers.json");
    }

    private static String numbers() {
        var lines = new StringBuilder();
        for (int i = 1; i <= 60; i++) {
            lines.append("{\"id\": \"case-%d\", \"input\": \"%d\", \"expected\": \"%d\"}\n".formatted(i, i, i));
        }
        return lines.toString();
    }
}
