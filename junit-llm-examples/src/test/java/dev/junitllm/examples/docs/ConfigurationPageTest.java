package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationKey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/configuration.md against the keys of all modules. */
class ConfigurationPageTest {

    @Test
    void listsEverySettingWithItsDefaultAndNoOther() throws IOException {
        assertThat(rows("| `" + ConfigurationKey.PREFIX))
                .containsExactlyInAnyOrderElementsOf(Configuration.knownKeys().stream()
                        .map(ConfigurationPageTest::row)
                        .toList());
    }

    @Test
    void listsEverySecretAndNoOther() throws IOException {
        List<String> secrets = Configuration.knownSecrets().stream()
                .map(secret -> "| `" + secret.environmentVariable() + "` | " + secret.description() + " |")
                .toList();

        assertThat(secrets).isNotEmpty();
        assertThat(rows("| `").stream()
                        .filter(row -> row.matches("\\| `[A-Z_<>]+` \\|.*") && row.matches(".*_(KEY|URL|HEADERS)` .*")))
                .containsExactlyInAnyOrderElementsOf(secrets);
    }

    private static List<String> rows(String beginning) throws IOException {
        return Files.readAllLines(DocsSnippetsTest.ROOT.resolve("docs/configuration.md")).stream()
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    private static String row(ConfigurationKey key) {
        String defaultValue = key.defaultValue().isEmpty() ? "" : "`" + key.defaultValue() + "` ";
        return "| `" + key.name() + "` | " + defaultValue + "| " + key.description() + " |";
    }
}
