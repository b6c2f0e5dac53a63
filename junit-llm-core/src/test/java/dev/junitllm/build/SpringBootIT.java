package dev.junitllm.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.build.SurefireReport.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spring Boot's parent decides Jackson, JUnit, AssertJ and the rest; the application is a bean that Spring injects. */
class SpringBootIT {

    @ParameterizedTest
    @CsvSource({"3.5.16, 5.12.2, 2.21.4", "4.0.8, 6.0.3, 2.21.5"})
    void evalsOfASpringBootProjectRunOnWhatItsParentDecides(String boot, String junit, String jackson) {
        var build = MavenProject.named("spring-boot-" + boot)
                .pom(POM.formatted(boot))
                .file("src/main/java/demo/DemoApplication.java", APPLICATION)
                .file("src/main/java/demo/Capitals.java", BEAN)
                .testSource("demo/FieldEvalTest.java", FIELD)
                .testSource("demo/ConstructorEvalTest.java", CONSTRUCTOR)
                .file("src/test/resources/golden/capitals.jsonl", """
                        {"id": "france", "input": "France", "expected": "Paris"}
                        {"id": "italy", "input": "Italy", "expected": "Rome"}
                        """)
                .file("src/test/resources/golden/capitals.yaml", """
                        - id: spain
                          input: Spain
                          expected: Madrid
                        """)
                .file("src/test/resources/golden/capitals.csv", "id,input,expected\nperu,Peru,Lima\n")
                .run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.report("demo.FieldEvalTest").ended(Outcome.PASSED)).hasSize(4);
        assertThat(build.report("demo.ConstructorEvalTest").ended(Outcome.PASSED))
                .hasSize(2);
        var eval = build.eval();
        assertThat(eval.run().at("/versions/junit").asText()).isEqualTo(junit);
        assertThat(eval.run().at("/versions/jackson").asText()).isEqualTo(jackson);
        assertThat(eval.verdicts())
                .extracting(verdict -> verdict.at("/status").asText())
                .containsExactly("PASS", "PASS");
        assertThat(Path.of("..", "docs", "compatibility.md")).content().contains(boot);
    }

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <parent>
                <groupId>org.springframework.boot</groupId>
                <artifactId>spring-boot-starter-parent</artifactId>
                <version>%s</version>
                <relativePath />
              </parent>
              <groupId>demo</groupId>
              <artifactId>demo</artifactId>
              <version>1</version>
              <properties>
                <java.version>17</java.version>
              </properties>
              <dependencies>
                <dependency>
                  <groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-starter</artifactId>
                </dependency>
                <dependency>
                  <groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-starter-json</artifactId>
                </dependency>
                <dependency>
                  <groupId>dev.junitllm</groupId>
                  <artifactId>junit-llm-core</artifactId>
                  <version>${junitllm.version}</version>
                  <scope>test</scope>
                </dependency>
                <dependency>
                  <groupId>org.springframework.boot</groupId>
                  <artifactId>spring-boot-starter-test</artifactId>
                  <scope>test</scope>
                </dependency>
              </dependencies>
            </project>
            """;

    private static final String APPLICATION = """
            package demo;

            @org.springframework.boot.autoconfigure.SpringBootApplication
            public class DemoApplication {
              public static void main(String[] arguments) {
                org.springframework.boot.SpringApplication.run(DemoApplication.class, arguments);
              }
            }
            """;

    private static final String BEAN = """
            package demo;

            import java.util.Map;

            @org.springframework.stereotype.Component
            public class Capitals {
              public String of(String country) {
                return Map.of("France", "Paris", "Italy", "Rome", "Spain", "Madrid", "Peru", "Lima").get(country);
              }
            }
            """;

    private static final String FIELD = """
            package demo;

            import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;

            import dev.junitllm.*;
            import dev.junitllm.gate.PassRate;
            import dev.junitllm.jupiter.GoldenSet;
            import dev.junitllm.score.ReferenceScore;
            import dev.junitllm.score.text.*;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.boot.test.context.SpringBootTest;

            @SpringBootTest
            class FieldEvalTest {

              @Autowired
              private Capitals capitals;

              @GoldenSet("golden/capitals.*")
              @ReferenceScore(ExactMatch.class)
              @PassRate(atLeast = 1)
              void answers(GoldenCase golden, Actual actual) {
                actual.output(capitals.of(golden.input()));
                assertThatLlm(actual).against(golden).scoresAtLeast(1, new TokenF1());
              }
            }
            """;

    private static final String CONSTRUCTOR = """
            package demo;

            import dev.junitllm.*;
            import dev.junitllm.gate.PassRate;
            import dev.junitllm.jupiter.GoldenSet;
            import dev.junitllm.score.ReferenceScore;
            import dev.junitllm.score.text.ExactMatch;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.boot.test.context.SpringBootTest;

            @SpringBootTest
            class ConstructorEvalTest {

              private final Capitals capitals;

              @Autowired
              ConstructorEvalTest(Capitals capitals) {
                this.capitals = capitals;
              }

              @GoldenSet("golden/capitals.jsonl")
              @ReferenceScore(ExactMatch.class)
              @PassRate(atLeast = 1)
              void answers(GoldenCase golden, Actual actual, @Autowired Capitals injected) {
                actual.output((golden.id().equals("italy") ? injected : capitals).of(golden.input()));
              }
            }
            """;
}
