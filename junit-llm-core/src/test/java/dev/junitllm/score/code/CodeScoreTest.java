package dev.junitllm.score.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Configuration;
import dev.junitllm.RunScope;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.SetAggregation.Taken;
import dev.junitllm.score.SetFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CodeScoreTest {

    @CodeScore(language = "python")
    static class Plain {}

    @CodeScore(
            language = "command",
            command = {"ruby", "{file}"},
            file = "main.rb",
            epilogue = "puts '{token}'",
            tests = "/checks",
            entryPoint = "",
            completion = true,
            wholeOutput = true,
            cpuSeconds = 3,
            wallSeconds = 7,
            memory = 100,
            processes = 9,
            disk = 5,
            atLeast = 0.5,
            name = "ruby")
    static class Full {}

    @CodeScore(language = "cobol")
    static class UnknownLanguage {}

    @CodeScore(language = "python", file = "main.py")
    static class FileOfNothing {}

    @CodeScore(language = "java", memory = 0)
    static class NoMemory {}

    @CodeScore(language = "java", tests = "test")
    static class NoPointer {}

    @Test
    void makesTheScorerItAsksFor() {
        Measure plain = create(Plain.class, new NoScope());
        Measure full = create(Full.class, new NoScope());

        assertThat(plain.name()).isEqualTo("code-tests");
        assertThat(plain.bar().atLeast()).isEqualTo(1.0);
        assertThat(plain.scorer().describe())
                .isEqualTo(ScorerDescription.of(
                        "code-tests",
                        Map.ofEntries(
                                Map.entry("language", "python"),
                                Map.entry("tests", "/test"),
                                Map.entry("entryPoint", "/entry_point"),
                                Map.entry("completion", "false"),
                                Map.entry("wholeOutput", "false"),
                                Map.entry("cpu", "PT10S"),
                                Map.entry("wall", "PT30S"),
                                Map.entry("memory", "536870912"),
                                Map.entry("processes", "64"),
                                Map.entry("disk", "67108864"),
                                Map.entry("output", "4194304"))));
        assertThat(full.name()).isEqualTo("ruby");
        assertThat(full.scorer().describe().parameters())
                .containsEntry("command", "[\"ruby\",\"{file}\"]")
                .containsEntry("file", "main.rb")
                .containsEntry("epilogue", "puts '{token}'")
                .containsEntry("tests", "/checks")
                .containsEntry("entryPoint", "")
                .containsEntry("completion", "true")
                .containsEntry("wholeOutput", "true")
                .containsEntry("cpu", "PT3S")
                .containsEntry("wall", "PT7S")
                .containsEntry("memory", Integer.toString(100 << 20))
                .containsEntry("processes", "9")
                .containsEntry("disk", Integer.toString(5 << 20));
    }

    @Test
    void saysWhichAttributeIsWrong() {
        assertRefused(UnknownLanguage.class, "language = \"cobol\": must be python, javascript, java or command");
        assertRefused(FileOfNothing.class, "command, file and epilogue belong to language = \"command\"");
        assertRefused(NoMemory.class, "memory = 0: a limit is at least 1");
        assertRefused(
                NoPointer.class, "tests = \"test\": write a JSON Pointer into the case's metadata, such as /test");
    }

    @Test
    void refusesToShowTheUsersOwnFolders() {
        String home = System.getProperty("user.home");
        String project = Path.of("").toAbsolutePath().toString();

        for (String folder : List.of("/", home, project, "relative")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> create(Plain.class, configured(Map.of("junit.llm.code.readable", folder))))
                    .withMessage(folder
                            + " can't be shown to generated code: name an absolute folder that holds neither your"
                            + " home folder nor the project's");
        }
        assertThat(create(Plain.class, configured(Map.of("junit.llm.code.readable", "/opt/a, /opt/b"))))
                .isNotNull();
    }

    @Test
    void limitsAreAboveZeroAndTimesWholeSeconds() {
        assertThat(CodeLimits.DEFAULT.cpu(Duration.ofMillis(1)).cpuSeconds()).isEqualTo(1);
        assertThat(CodeLimits.DEFAULT.cpu(Duration.ofMillis(1001)).cpuSeconds()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CodeLimits.DEFAULT.wall(Duration.ZERO))
                .withMessage("time limits lie above 0, unlike PT10S and PT0S");
        assertThatIllegalArgumentException().isThrownBy(() -> CodeLimits.DEFAULT.memory(0));
    }

    @Test
    void figuresOfASetArePassAtK() {
        SetFigures figures = figures(List.of("a:10", "b:00", "c:11"));

        assertThat(figures.main()).isEqualTo("pass@1");
        assertThat(figures.figures())
                .containsExactly(Map.entry("pass@1", (0.5 + 0 + 1) / 3), Map.entry("pass@2", (1.0 + 0 + 1) / 3));
    }

    @Test
    void aCaseWithFewerSamplesBoundsTheFigures() {
        assertThat(figures(List.of("a:1000", "b:100")).figures()).containsOnlyKeys("pass@1", "pass@2", "pass@3");
        assertThat(figures(List.of("a:1000", "b:1")).figures()).containsExactly(Map.entry("pass@1", (0.25 + 1) / 2));
        assertThat(figures(List.of("a:" + "10".repeat(60))).figures().keySet())
                .containsExactly("pass@1", "pass@2", "pass@5", "pass@10", "pass@20", "pass@50", "pass@100", "pass@120");
    }

    private static SetFigures figures(List<String> cases) {
        List<Taken> taken = new ArrayList<>();
        for (String each : cases) {
            String samples = each.substring(2);
            for (int i = 0; i < samples.length(); i++) {
                taken.add(new Taken(each.substring(0, 1), i + 1, samples.charAt(i) - '0', Map.of()));
            }
        }
        return CodeTests.python().aggregation().orElseThrow().over(taken);
    }

    private static void assertRefused(Class<?> annotated, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> create(annotated, new NoScope()))
                .withMessage(message);
    }

    private static Measure create(Class<?> annotated, RunScope scope) {
        return new CodeScoreFactory().create(annotated.getAnnotation(CodeScore.class), scope);
    }

    private static RunScope configured(Map<String, String> parameters) {
        return new RunScope() {
            @Override
            public Configuration configuration() {
                return Configuration.of(key -> Optional.ofNullable(parameters.get(key)), Map.of());
            }

            @Override
            public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
