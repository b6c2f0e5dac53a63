package dev.junitllm.examples.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The summary in README.md is the one that {@code mvn -Pdemo test} prints, but for the time it took. */
@Isolated("takes System.out for a moment")
class ReadmeOutputTest {

    @Test
    void theReadmeShowsTheRealSummary() throws IOException {
        String readme = Files.readString(DocsSnippetsTest.ROOT.resolve("README.md"), UTF_8);

        assertThat(table(readme, "HandbookEvalTest"))
                .containsExactlyInAnyOrderElementsOf(table(printed(), "HandbookEvalTest"));
    }

    private static String printed() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(bytes, true, UTF_8));
        try {
            EngineTestKit.engine("junit-jupiter")
                    .selectors(
                            selectClass("dev.junitllm.examples.handbook.HandbookEvalTest"),
                            selectClass("dev.junitllm.examples.handbook.HandbookProductionEvalTest"))
                    .configurationParameter("junit.llm.console", "on")
                    .execute();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(UTF_8).replace("\r\n", "\n");
    }

    /** The lines of the table that tells of a test, without the last column of its counts: the time. */
    private static List<String> table(String text, String test) {
        int begin = text.lastIndexOf("\njunit-llm  ", text.indexOf("\n" + test + ".")) + 1;
        int end = text.indexOf("All cases and verdicts:", begin);
        return text.substring(begin, end)
                .lines()
                .map(line -> line.replaceAll(" +(time|[0-9.]+ s|[0-9]+ min [0-9]+ s)$", ""))
                .toList();
    }
}
