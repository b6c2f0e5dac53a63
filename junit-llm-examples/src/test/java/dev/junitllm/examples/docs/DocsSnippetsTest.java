package dev.junitllm.examples.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each Java block of the documentation is what its source says. After changing a source, write the pages anew with
 *
 * <pre>mvn test -pl junit-llm-examples -am -Dtest=DocsSnippetsTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.update=true</pre>
 */
class DocsSnippetsTest {

    static final Path ROOT = projectRoot();

    static List<String> pages() throws IOException {
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of("README.md"), docs.map(page -> "docs/" + page.getFileName()))
                    .filter(page -> page.endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyJavaBlockIsCompiledCode(String page) throws IOException {
        Path file = ROOT.resolve(page);
        String before = Files.readString(file, UTF_8);
        DocsPage rendered = DocsPage.render(before, ROOT);

        assertThat(rendered.faults()).as(page).isEmpty();
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(file, rendered.text(), UTF_8);
        } else {
            assertThat(before)
                    .as("%s, against its sources; -Ddocs.update=true writes it anew", page)
                    .isEqualTo(rendered.text());
        }
    }

    @Test
    void findsThePages() throws IOException {
        assertThat(pages()).contains("README.md", "docs/gates.md");
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
