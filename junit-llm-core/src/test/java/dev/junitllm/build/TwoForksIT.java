package dev.junitllm.build;

import static dev.junitllm.build.EvalProjects.evalClass;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TwoForksIT {

    private static final String ANNOTATIONS = """
            @GoldenSet("golden/twenty.jsonl") @ReferenceScore(ExactMatch.class) @PassRate(atLeast = 0.5)""";

    @Test
    void twoForksAtOnceKeepTheirResultsApart() {
        var build = twenty("forks-two", "<forkCount>2</forkCount><reuseForks>true</reuseForks>")
                .testSource("demo/Rendezvous.java", RENDEZVOUS)
                .testSource("demo/HereEvalTest.java", evalClass("HereEvalTest", ANNOTATIONS, """
                        Rendezvous.meet("here-" + golden.id(), "there-" + golden.id());
                        actual.output(golden.expected());"""))
                .testSource("demo/ThereEvalTest.java", evalClass("ThereEvalTest", ANNOTATIONS, """
                        Rendezvous.meet("there-" + golden.id(), "here-" + golden.id());
                        actual.output("no");"""))
                .run("test");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        assertThat(build.report("demo.ThereEvalTest").broken()).startsWith("ThereEvalTest.answers: FAIL");
        assertThat(build.evals())
                .hasSize(2)
                .extracting(TwoForksIT::contents)
                .containsExactlyInAnyOrder(
                        "demo.HereEvalTest: PASS of 20 PASSED cases", "demo.ThereEvalTest: FAIL of 20 FAILED cases");
    }

    @Test
    void aRunThatIsKilledLosesNoFinishedCase() {
        var build = twenty("forks-killed", "")
                .testSource("demo/KilledEvalTest.java", evalClass("KilledEvalTest", ANNOTATIONS, """
                        if (golden.id().equals("case-13")) {
                          Runtime.getRuntime().halt(1);
                        }
                        actual.output(golden.expected());"""))
                .run("test");

        assertThat(build.exitCode()).as(build::output).isEqualTo(1);
        var eval = build.eval();
        assertThat(eval.cases())
                .extracting(line ->
                        line.at("/case").asText() + " " + line.at("/outcome").asText())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12)
                        .mapToObj(i -> "case-" + i + " PASSED")
                        .toList());
        assertThat(eval.run().at("/goldenSets/0/cases").asInt()).isEqualTo(20);
        assertThat(eval.run().at("/ended").isNull()).as("the run has no end").isTrue();
    }

    /** All that one run's files speak of, in one line; a second class or a second outcome would show in it. */
    private static String contents(EvalFiles eval) {
        var verdict = eval.verdicts().get(0);
        assertThat(eval.verdicts()).hasSize(1);
        assertThat(eval.run().at("/goldenSets")).hasSize(1);
        assertThat(eval.run().at("/goldenSets/0/class")).isEqualTo(verdict.at("/class"));
        assertThat(eval.text("summary.md")).contains(verdict.at("/status").asText());
        var outcomes = eval.cases().stream()
                .map(line -> line.at("/outcome").asText())
                .distinct()
                .toList();
        var classes =
                eval.cases().stream().map(line -> line.at("/class")).distinct().toList();
        assertThat(classes).isEqualTo(List.of(verdict.at("/class")));
        return "%s: %s of %d %s cases"
                .formatted(
                        verdict.at("/class").asText(),
                        verdict.at("/status").asText(),
                        eval.cases().size(),
                        String.join(" and ", outcomes));
    }

    private static MavenProject twenty(String name, String surefire) {
        return EvalProjects.begin(name, EvalProjects.JUNIT, surefire)
                .file(
                        "src/test/resources/golden/twenty.jsonl",
                        IntStream.rangeClosed(1, 20)
                                .mapToObj(i ->
                                        "{\"id\": \"case-%d\", \"input\": \"?\", \"expected\": \"yes\"}\n".formatted(i))
                                .collect(Collectors.joining()));
    }

    /** Neither fork gets on before the other has come: the two really run at once, case by case. */
    private static final String RENDEZVOUS = """
            package demo;

            import java.nio.file.*;

            class Rendezvous {
              static void meet(String me, String other) throws Exception {
                Path folder = Files.createDirectories(Path.of("target", "rendezvous"));
                Files.createFile(folder.resolve(me));
                long end = System.nanoTime() + 60_000_000_000L;
                while (!Files.exists(folder.resolve(other))) {
                  if (System.nanoTime() > end) {
                    throw new IllegalStateException("the other fork never came to " + other);
                  }
                  Thread.sleep(1);
                }
              }
            }
            """;
}
