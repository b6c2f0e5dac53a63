package dev.junitllm.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.SharedFolder;
import org.junit.jupiter.api.Test;

/** 1,319 real questions with the recorded answers of two real models: one reaches the bar, the other does not. */
class Gsm8kIT {

    @Test
    void theModelThatReachesTheBarPasses() {
        var build = project("verification").run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.eval().cases()).hasSize(1319);
        assertThat(build.eval().verdicts())
                .extracting(verdict -> verdict.at("/tally").toString())
                .containsExactly("{\"passed\":515,\"failed\":804,\"errors\":0,\"notApplicable\":0}");
    }

    @Test
    void theModelThatMissesTheBarFailsTheBuild() {
        var build = project("finetuning").run("test");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        assertThat(build.report("demo.Gsm8kEvalTest").broken())
                .contains("FAIL @PassRate(atLeast = 0.39): 286 of 1319 cases passed: 0.217, below 0.39");
    }

    private static MavenProject project(String model) {
        var file = SharedFolder.require("data/gsm8k-solutions-6b.jsonl")
                .toAbsolutePath()
                .normalize()
                .toString()
                .replace('\\', '/');
        return EvalProjects.begin("gsm8k-" + model, EvalProjects.JUNIT, "")
                .testSource(
                        "demo/Gsm8kEvalTest.java",
                        EvalProjects.evalClass("Gsm8kEvalTest", """
                        @GoldenSet(value = "file:%s", input = "/question", expected = "/ground_truth")
                        @ReferenceScore(NumericAnswer.class)
                        @PassRate(atLeast = 0.39)""".formatted(file), """
                        actual.output(golden.metadata("/6b_%s/solution").orElseThrow());""".formatted(model)));
    }
}
