package dev.junitllm.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.build.SurefireReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * A project with the oldest Logback we support: its lines are in the trace, also after it has been set up anew.
 * {@code docs/compatibility.md} names the same version.
 */
class OldestLogbackIT {

    private static final String LOGBACK = "1.3.16";

    private static final String DEPENDENCY = """
            <dependencies>
              <dependency>
                <groupId>ch.qos.logback</groupId>
                <artifactId>logback-classic</artifactId>
                <version>%s</version>
              </dependency>
            """.formatted(LOGBACK);

    @Test
    void linesAreKeptWithTheTrace() throws IOException {
        var build = MavenProject.named("logback-oldest")
                .pom(EvalProjects.pom(EvalProjects.JUNIT, "").replace("<dependencies>", DEPENDENCY))
                .file("src/test/resources/golden/one.jsonl", """
                        {"id": "one", "input": "?", "expected": "yes"}
                        """)
                .testSource("demo/LoggingEvalTest.java", EvalProjects.evalClass("LoggingEvalTest", """
                        @GoldenSet("golden/one.jsonl") @ReferenceScore(ExactMatch.class)""", """
                        var logger = org.slf4j.LoggerFactory.getLogger("demo.orders");
                        var logback = (ch.qos.logback.classic.LoggerContext) org.slf4j.LoggerFactory.getILoggerFactory();
                        logger.info("order {} of jane@example.org", 7);
                        logback.stop();
                        logback.reset();
                        logger.info("after a stop");
                        logback.reset();
                        logger.info("after a reset");
                        actual.output("yes");"""))
                .run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.report("demo.LoggingEvalTest").ended(Outcome.PASSED)).hasSize(1);
        assertThat(trace(build.eval().folder().resolve("traces")))
                .containsOnlyOnce("order 7 of [REDACTED:email]")
                .containsOnlyOnce("after a stop")
                .containsOnlyOnce("after a reset")
                .doesNotContain("jane@");
        assertThat(Path.of("..", "docs", "compatibility.md")).content().contains("| " + LOGBACK + ", ");
    }

    private static String trace(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return Files.readString(files.findFirst().orElseThrow(), UTF_8);
        }
    }
}
