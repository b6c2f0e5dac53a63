package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "docs", "configuration.md");

    @Test
    void listsEverySettingWithItsDefaultAndNoOther() throws IOException {
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `" + ConfigurationKey.PREFIX))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Configuration.knownKeys().stream()
                        .map(ConfigurationPageTest::row)
                        .toList());
    }

    private static String row(ConfigurationKey key) {
        String defaultValue = key.defaultValue().isEmpty() ? "" : "`" + key.defaultValue() + "` ";
        return "| `" + key.name() + "` | " + defaultValue + "| " + key.description() + " |";
    }
}
