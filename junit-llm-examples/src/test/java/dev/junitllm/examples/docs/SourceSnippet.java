package dev.junitllm.examples.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of a source file between {@code // tag::name[]} and {@code // end::name[]}, moved to the left margin.
 *
 * @param file the source file, from the project's root
 * @param name the tag's name
 */
record SourceSnippet(String file, String name) {

    /** Reads a reference such as {@code src/X.java#name}. */
    static SourceSnippet parse(String reference) {
        int hash = reference.indexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException("'" + reference + "' must read <file>#<tag>");
        }
        return new SourceSnippet(reference.substring(0, hash), reference.substring(hash + 1));
    }

    /** The snippet's text, ended by a line feed. Several regions of one tag follow each other. */
    String text(Path root) {
        List<String> inside = new ArrayList<>();
        boolean open = false;
        boolean closed = false;
        for (String line : lines(root)) {
            String bare = line.strip();
            if (bare.equals("// end::" + name + "[]")) {
                closed = open;
                open = false;
            } else if (bare.equals("// tag::" + name + "[]")) {
                open = true;
            } else if (open && !bare.startsWith("// tag::") && !bare.startsWith("// end::")) {
                inside.add(line);
            }
        }
        if (open || !closed) {
            throw new IllegalArgumentException(
                    "%s has no lines between // tag::%s[] and // end::%s[]".formatted(file, name, name));
        }
        return withoutMargin(inside);
    }

    private List<String> lines(Path root) {
        try {
            return Files.readAllLines(root.resolve(file), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read: " + e, e);
        }
    }

    private static String withoutMargin(List<String> lines) {
        int margin = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        lines.forEach(line ->
                text.append(line.isBlank() ? "" : line.substring(margin)).append('\n'));
        return text.toString();
    }
}
