package dev.junitllm.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.build.SurefireReport.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A project that pins the oldest Jackson we support reads golden sets of every format and writes its results.
 * {@code docs/compatibility.md} names the same version; the whole test suite runs on it with
 * {@code mvn test -Djackson.version=… -Dmaven.main.skip=true}.
 */
class OldestJacksonIT {

    private static final String JACKSON = "2.15.4";

    @Test
    void everyFormatIsReadWithTheOldestJackson() {
        var project = MavenProject.named("jackson-oldest")
                .pom(EvalProjects.pom(EvalProjects.JUNIT, "").replace("<dependencies>", BOM + "<dependencies>"))
                .file("src/test/resources/golden/lines.jsonl", """
                        {"id": "text", "input": "?", "expected": "yes", "tags": ["a"], "metadata": {"n": 1}}
                        {"id": "json", "input": {"question": "?", "depth": 2}, "expected": {"answer": "yes"}}
                        """)
                .file("src/test/resources/golden/array.json", """
                        [{"id": "array", "input": "?", "references": ["no", "yes"],
                          "context": [{"id": "d1", "text": "yes it is"}],
                          "toolCalls": [{"name": "search", "arguments": {"q": "?"}}]}]
                        """)
                .file("src/test/resources/golden/table.csv", "id,input,expected\nrow,\"a, b\",yes\n")
                .file("src/test/resources/golden/list.yaml", """
                        - id: item
                          input: |
                            Is it?
                          expected: "yes"
                        """)
                .testSource("demo/FormatsEvalTest.java", EvalProjects.evalClass("FormatsEvalTest", """
                        @GoldenSet({"golden/lines.jsonl", "golden/array.json", "golden/table.csv", "golden/list.yaml"})
                        @ReferenceScore(ExactMatch.class) @PassRate(atLeast = 1)""", """
                        record Question(String question, int depth) {}
                        if (golden.id().equals("json") && golden.input(Question.class).depth() != 2) {
                          throw new IllegalStateException("bound wrongly: " + golden.input(Question.class));
                        }
                        actual.output(golden.id().equals("json") ? golden.expected() : "yes");"""));

        var build = project.run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.report("demo.FormatsEvalTest").ended(Outcome.PASSED)).hasSize(5);
        var eval = build.eval();
        assertThat(eval.run().at("/versions/jackson").asText()).isEqualTo(JACKSON);
        assertThat(eval.cases())
                .extracting(line -> line.at("/case").asText())
                .containsExactly("text", "json", "array", "row", "item");
        assertThat(eval.verdicts()).hasSize(1);
        assertThat(Path.of("..", "docs", "compatibility.md")).content().contains("| " + JACKSON + ", ");
    }

    private static final String BOM = """
            <dependencyManagement>
              <dependencies>
                <dependency>
                  <groupId>com.fasterxml.jackson</groupId>
                  <artifactId>jackson-bom</artifactId>
                  <version>%s</version>
                  <type>pom</type>
                  <scope>import</scope>
                </dependency>
              </dependencies>
            </dependencyManagement>
            """.formatted(JACKSON);
}
