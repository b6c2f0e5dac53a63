package dev.junitllm.report.allure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {

    @TempDir
    Path temp;

    private Path folder;
    private ResultsFolder results;

    @BeforeEach
    void aFolderThatAllureHasNotMadeYet() {
        folder = temp.resolve("allure-results");
        results = new ResultsFolder(folder);
    }

    @Test
    void writesTheCategories() throws IOException {
        results.mergeCategories();

        assertThat(categoryNames())
                .containsExactly(
                        "Below the bar", "Application error", "Judge error", "Nothing scored", "Gate not passed");
        JsonNode first = categories().get(0);
        assertThat(first.path("matchedStatuses")).hasSize(2);
        assertThat("Below the bar: token-f1 0.3\nmore")
                .matches(first.path("messageRegex").asText());
        assertThat("Below the bar").matches(first.path("messageRegex").asText());
        assertThat("Below the barrel").doesNotMatch(first.path("messageRegex").asText());
    }

    @Test
    void keepsTheUsersCategoriesFirstAndUntouched() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("categories.json"),
                "[{\"name\": \"Ours\", \"flaky\": true}, {\"name\": \"Judge error\", \"messageRegex\": \"x\"}]");

        results.mergeCategories();
        results.mergeCategories();

        assertThat(categoryNames())
                .containsExactly(
                        "Ours",
                        "Judge error",
                        "Below the bar",
                        "Application error",
                        "Nothing scored",
                        "Gate not passed");
        assertThat(categories().get(0).path("flaky").asBoolean()).isTrue();
        assertThat(categories().get(1).path("messageRegex").asText()).isEqualTo("x");
    }

    @Test
    void leavesAFileItCannotReadAsItIs() throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("categories.json");
        for (String content : List.of("{}", "[{]")) {
            Files.writeString(file, content);

            assertThatThrownBy(results::mergeCategories)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(file + " is left as it is: it should hold a JSON array of categories."
                            + " Delete it to get junit-llm's in the next run.");
            assertThat(file).hasContent(content);
        }
    }

    @Test
    void writesTheEnvironmentSoThatPropertiesReadItBack() throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("Golden set a=b:c.jsonl", "f1 = é \\ 漢");
        entries.put("Seed", " 7");
        results.mergeEnvironment(entries);

        assertThat(environment()).containsExactlyInAnyOrderEntriesOf(entries);
        assertThat(Files.readString(folder.resolve("environment.properties"), UTF_8))
                .isEqualTo("Golden\\ set\\ a\\=b\\:c.jsonl=f1 = \\u00e9 \\\\ \\u6f22\nSeed=\\ 7\n");
    }

    @Test
    void replacesItsOwnEntriesAndKeepsEveryOtherLine() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("environment.properties"), "# ours\nBrowser: none\nSeed=1\nGolden\\ set\\ x=1");

        results.mergeEnvironment(Map.of("Seed", "7"));
        results.mergeEnvironment(Map.of("Golden set y", "2"));

        assertThat(folder.resolve("environment.properties"))
                .hasContent("# ours\nBrowser: none\nGolden\\ set\\ x=1\nSeed=7\nGolden\\ set\\ y=2");
    }

    @Test
    void addsModelsToThoseOfEarlierRuns() throws IOException {
        results.mergeEnvironment(Map.of("Models", "small-1, large-2"));
        results.mergeEnvironment(Map.of("Models", "large-2, other-3"));

        assertThat(environment()).containsEntry("Models", "large-2, other-3, small-1");
    }

    @Test
    void losesNothingWhenTwoProcessesWriteAtOnce() throws Exception {
        List<Process> forks = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            forks.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Fork.class.getName(),
                            folder.toString(),
                            name)
                    .inheritIO()
                    .start());
        }
        for (Process fork : forks) {
            assertThat(fork.waitFor()).isZero();
        }

        assertThat(environment()).hasSize(200);
        assertThat(categoryNames()).hasSize(5);
    }

    /** Merges a hundred entries of its own, one by one. */
    static final class Fork {

        public static void main(String[] arguments) {
            ResultsFolder results = new ResultsFolder(Path.of(arguments[0]));
            for (int i = 0; i < 100; i++) {
                results.mergeEnvironment(Map.of("Golden set " + arguments[1] + i, "x"));
                results.mergeCategories();
            }
        }
    }

    private JsonNode categories() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("categories.json").toFile());
    }

    private List<String> categoryNames() throws IOException {
        return categories().findValuesAsText("name");
    }

    private Map<String, String> environment() throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(folder.resolve("environment.properties"))) {
            properties.load(in);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(name -> entries.put(name, properties.getProperty(name)));
        return entries;
    }
}
