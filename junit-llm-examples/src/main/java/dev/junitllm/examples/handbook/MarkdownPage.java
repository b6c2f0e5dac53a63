package dev.junitllm.examples.handbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a page at its headings. Knows as much of Markdown as the handbook uses: headings and prose. */
final class MarkdownPage {

    private final String name;
    private final List<Passage> passages = new ArrayList<>();
    private final StringBuilder prose = new StringBuilder();
    private String pageTitle;
    private String heading = "";

    private MarkdownPage(String name) {
        this.name = name;
        this.pageTitle = name;
    }

    /** The prose under each second-level heading is a passage; what stands before the first takes the page's name. */
    static List<Passage> passages(String name, String markdown) {
        var page = new MarkdownPage(name);
        markdown.lines().forEach(page::line);
        page.finishPassage();
        return List.copyOf(page.passages);
    }

    private void line(String line) {
        if (line.startsWith("# ")) {
            pageTitle = line.substring(2).strip();
        } else if (line.startsWith("## ")) {
            finishPassage();
            heading = line.substring(3).strip();
        } else if (!line.isBlank()) {
            prose.append(prose.isEmpty() ? "" : " ").append(line.strip());
        }
    }

    private void finishPassage() {
        if (prose.isEmpty()) {
            return;
        }
        var id = heading.isEmpty() ? name : name + "#" + slug(heading);
        var title = heading.isEmpty() ? pageTitle : pageTitle + ": " + heading;
        passages.add(new Passage(id, title, prose.toString()));
        prose.setLength(0);
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{Nd}\\s-]", "")
                .strip()
                .replaceAll("\\s+", "-");
    }
}
