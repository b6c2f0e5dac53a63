package dev.junitllm.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The README's first test, built as printed, prints what the README shows. */
class ReadmeProjectIT {

    private static final String OUTPUT = "output";

    /** {@code <!-- first-test: NAME -->}, and the fenced block that follows it. */
    private static final Pattern BLOCK =
            Pattern.compile("(?m)^<!-- first-test: (.+?) -->\\s*\\n```\\w*\\n((?s:.*?)^)```$");

    @Test
    void theFirstTestOfTheReadmeRunsAsPrintedAndPrintsWhatIsShown() throws IOException {
        Map<String, String> blocks = blocks(Files.readString(Path.of("..", "README.md"), UTF_8));
        assertThat(blocks)
                .containsOnlyKeys(
                        "pom.xml",
                        "src/test/resources/golden/greetings.jsonl",
                        "src/test/java/demo/GreetingEvalTest.java",
                        OUTPUT);
        String shown = blocks.remove(OUTPUT);
        MavenProject project = MavenProject.named("readme");
        blocks.forEach(project::file);

        MavenBuild build = project.run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(lines(build.output())).containsSubsequence(lines(shown));
    }

    private static Map<String, String> blocks(String readme) {
        Map<String, String> blocks = new LinkedHashMap<>();
        Matcher matcher = BLOCK.matcher(readme);
        while (matcher.find()) {
            blocks.put(matcher.group(1), matcher.group(2));
        }
        return blocks;
    }

    /**
     * The lines without what no two runs share: how long it took, what the run's folder is called, and the padding. Paths
     * are shown from the outermost project, which is the reader's own there and this checkout here.
     */
    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceAll("\\d+(\\.\\d+)? (ms|s)\\b", "<time>")
                        .replaceAll("\\d{8}-\\d{6}-\\d+-\\d+", "<run>")
                        .replaceAll("\\S+/it-projects/readme/", "")
                        .replaceAll("\\s+", " ")
                        .strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
