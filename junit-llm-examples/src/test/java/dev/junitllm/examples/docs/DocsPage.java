package dev.junitllm.examples.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown page whose Java blocks are snippets: each stands directly below a comment that says where its lines come
 * from.
 *
 * @param text the page with the snippets as their sources are now
 * @param faults what is wrong with it, each with its line; empty where nothing is
 */
record DocsPage(String text, List<String> faults) {

    private static final Pattern SNIPPET = Pattern.compile("<!-- snippet: (\\S+) -->");

    /** The blocks of the first test: built as printed by an integration test of core, as a project of their own. */
    private static final Pattern FIRST_TEST = Pattern.compile("<!-- first-test: \\S+ -->");

    /** Renders a page anew. */
    static DocsPage render(String page, Path root) {
        List<String> lines = page.lines().toList();
        StringBuilder text = new StringBuilder();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            text.append(lines.get(i)).append('\n');
            String above = i == 0 ? "" : lines.get(i - 1);
            boolean java = lines.get(i).strip().equals("```java");
            Matcher snippet = SNIPPET.matcher(above);
            if (snippet.matches() && !java) {
                faults.add("line " + (i + 1) + ": ```java must stand directly below " + above);
            } else if (snippet.matches()) {
                int end = closing(lines, i);
                String before = String.join("\n", lines.subList(i + 1, end)) + "\n";
                text.append(replaced(snippet.group(1), root, before, i + 1, faults));
                i = end - 1;
            } else if (java && !FIRST_TEST.matcher(above).matches()) {
                faults.add(
                        "line " + (i + 1)
                                + ": a java block without <!-- snippet: <file>#<tag> --> directly above, so nobody compiles it");
            }
        }
        return new DocsPage(text.toString(), List.copyOf(faults));
    }

    private static String replaced(String reference, Path root, String before, int line, List<String> faults) {
        try {
            return SourceSnippet.parse(reference).text(root);
        } catch (RuntimeException e) {
            faults.add("line " + line + ": " + e.getMessage());
            return before;
        }
    }

    private static int closing(List<String> lines, int open) {
        for (int i = open + 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals("```")) {
                return i;
            }
        }
        throw new IllegalArgumentException("line " + (open + 1) + ": the block is never closed");
    }
}
