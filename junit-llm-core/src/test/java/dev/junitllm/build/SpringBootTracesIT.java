package dev.junitllm.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.build.SurefireReport.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A Spring Boot application with a tracing bridge and Spring AI, in the versions that its parent decides: what it observes, and
 * what Spring AI does, belongs to the case that caused it, each step once, and so do the lines of its log.
 */
class SpringBootTracesIT {

    @ParameterizedTest
    @CsvSource({
        "3.5.16, 1.1.8, org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability",
        "4.0.8, 2.0.1, org.springframework.boot.micrometer.tracing.test.autoconfigure.AutoConfigureTracing"
    })
    void spansOfTheApplicationBelongToTheCaseThatCausedThem(String boot, String springAi, String tracing) {
        var build = MavenProject.named("spring-boot-traces-" + boot)
                .pom(POM.formatted(boot, springAi, boot.startsWith("3.") ? "" : BOOT_4))
                .file("src/main/java/demo/DemoApplication.java", APPLICATION)
                .file("src/main/java/demo/Bot.java", BOT)
                .testSource("demo/TracedEvalTest.java", EVAL.formatted(tracing))
                .file("src/test/resources/golden/capitals.jsonl", """
                        {"id": "france", "input": "France", "expected": "Paris"}
                        {"id": "italy", "input": "Italy", "expected": "Rome"}
                        """)
                .run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.report("demo.TracedEvalTest").ended(Outcome.PASSED)).hasSize(2);
        assertThat(Path.of("..", "docs", "trace-spring-ai.md")).content().contains(springAi);
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
                  <artifactId>spring-boot-starter-actuator</artifactId>
                </dependency>
                <dependency>
                  <groupId>io.micrometer</groupId>
                  <artifactId>micrometer-tracing-bridge-otel</artifactId>
                </dependency>
                <dependency>
                  <groupId>org.springframework.ai</groupId>
                  <artifactId>spring-ai-client-chat</artifactId>
                  <version>%s</version>
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
                %s
              </dependencies>
            </project>
            """;

    /** What is one module of Spring Boot 3 is several of Spring Boot 4. */
    private static final String BOOT_4 = """
            <dependency>
              <groupId>org.springframework.boot</groupId>
              <artifactId>spring-boot-micrometer-tracing-opentelemetry</artifactId>
            </dependency>
            <dependency>
              <groupId>org.springframework.boot</groupId>
              <artifactId>spring-boot-micrometer-tracing-test</artifactId>
              <scope>test</scope>
            </dependency>
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

    private static final String BOT = """
            package demo;

            import io.micrometer.observation.Observation;
            import io.micrometer.observation.ObservationRegistry;
            import java.util.List;
            import java.util.Map;
            import org.springframework.ai.chat.messages.AssistantMessage;
            import org.springframework.ai.chat.messages.ToolResponseMessage;
            import org.springframework.ai.chat.model.ChatResponse;
            import org.springframework.ai.chat.model.Generation;
            import org.springframework.ai.chat.prompt.Prompt;
            import org.springframework.ai.model.tool.ToolCallingChatOptions;
            import org.springframework.ai.model.tool.ToolCallingManager;
            import org.springframework.ai.tool.function.FunctionToolCallback;

            @org.springframework.stereotype.Component
            public class Bot {

              private final ObservationRegistry registry;
              private final ToolCallingManager tools;

              public Bot(ObservationRegistry registry) {
                this.registry = registry;
                this.tools = ToolCallingManager.builder().observationRegistry(registry).build();
              }

              public String answer(String country) {
                return Observation.createNotStarted("lookup", registry)
                    .contextualName("execute_tool lookup")
                    .highCardinalityKeyValue("gen_ai.operation.name", "execute_tool")
                    .highCardinalityKeyValue("gen_ai.tool.name", "lookup")
                    .observe(() -> capital(country));
              }

              private String capital(String country) {
                org.slf4j.LoggerFactory.getLogger(Bot.class).info("asked for {}", country);
                java.util.logging.Logger.getLogger("demo.tool").info("of Java's");
                var capitals = Map.of("France", "Paris", "Italy", "Rome");
                var tool = FunctionToolCallback.builder("capital", (Map<String, Object> asked) -> capitals.get(asked.get("country")))
                    .inputType(Map.class)
                    .inputSchema("{\\"type\\":\\"object\\"}")
                    .build();
                var call = new AssistantMessage.ToolCall("call_1", "function", "capital", "{\\"country\\":\\"" + country + "\\"}");
                var asks = AssistantMessage.builder().content("").toolCalls(List.of(call)).build();
                var options = ToolCallingChatOptions.builder().toolCallbacks(List.of(tool)).build();
                var result = tools.executeToolCalls(new Prompt("capital?", options), new ChatResponse(List.of(new Generation(asks))));
                var messages = result.conversationHistory();
                var last = (ToolResponseMessage) messages.get(messages.size() - 1);
                return last.getResponses().get(0).responseData().replace("\\"", "");
              }
            }
            """;

    private static final String EVAL = """
            package demo;

            import static org.assertj.core.api.Assertions.assertThat;

            import dev.junitllm.*;
            import dev.junitllm.jupiter.GoldenSet;
            import dev.junitllm.score.ReferenceScore;
            import dev.junitllm.score.text.ExactMatch;
            import dev.junitllm.score.trace.CalledTool;
            import org.springframework.beans.factory.annotation.Autowired;
            import org.springframework.boot.test.context.SpringBootTest;

            @SpringBootTest
            @%s
            class TracedEvalTest {

              @Autowired
              private Bot bot;

              @GoldenSet("golden/capitals.jsonl")
              @ReferenceScore(ExactMatch.class)
              @CalledTool("lookup")
              @CalledTool("capital")
              void answers(GoldenCase golden, Actual actual) {
                actual.output(bot.answer(golden.input()));
                assertThat(actual.trace().toolCalls()).extracting(ToolCall::name).containsExactlyInAnyOrder("lookup", "capital");
                assertThat(actual.trace().spans().stream()
                    .flatMap(span -> span.events().stream())
                    .filter(event -> event.name().equals(TraceNames.LOG))
                    .map(event -> event.attributes().get("logger") + ": " + event.attributes().get("message")))
                    .containsExactly("demo.Bot: asked for " + golden.input(), "demo.tool: of Java's");
                assertThat(java.util.logging.Logger.getLogger("").getHandlers())
                    .extracting(handler -> handler.getClass().getSimpleName())
                    .containsExactlyInAnyOrder("SLF4JBridgeHandler", "JulLines");
              }
            }
            """;
}
