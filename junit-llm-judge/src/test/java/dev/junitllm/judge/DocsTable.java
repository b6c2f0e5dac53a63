package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A part of a page under docs that a test makes; {@code -Ddocs.update=true} writes it anew. */
public final class DocsTable {

    private DocsTable() {}

    /** Holds a page to what stands between its markers, or writes it. */
    public static void check(String page, String marker, String content) throws IOException {
        Path file = page(page);
        String text = Files.readString(file);
        String begin = "<!-- " + marker + ": begin, made by a test -->\n";
        String end = "<!-- " + marker + ": end -->";
        assertThat(text).contains(begin).contains(end);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end);
        if (Boolean.getBoolean("docs.update")) {
            Files.writeString(file, text.substring(0, from) + "\n" + content + "\n" + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to))
                .as("docs/%s is out of date: run this test with -Ddocs.update=true", page)
                .isEqualTo("\n" + content + "\n");
    }

    private static Path page(String page) {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isRegularFile(folder.resolve("docs/architecture.md"))) {
            folder = folder.getParent();
        }
        assertThat(folder).as("the checkout").isNotNull();
        return folder.resolve("docs").resolve(page);
    }
}
