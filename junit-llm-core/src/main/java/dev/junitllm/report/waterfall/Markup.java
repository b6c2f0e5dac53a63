package dev.junitllm.report.waterfall;

import dev.junitllm.Printable;
import dev.junitllm.report.Html;
import java.util.Set;

/**
 * Writes HTML. Names of elements and attributes are ours; whatever is put between or into them is escaped here, so that no
 * caller can forget it.
 */
final class Markup {

    /** Longer texts belong into a box. */
    private static final int LONGEST_LINE = 500;

    /** A line feed behind these would be shown as a space. */
    private static final Set<String> INLINE = Set.of("a", "b", "span");

    private final StringBuilder html = new StringBuilder();

    /** An element with what a caller puts into it. */
    Markup element(String name, String style, Runnable content) {
        open(name, "class", style);
        content.run();
        return close(name);
    }

    /** An element with text on one line. */
    Markup element(String name, String style, String text) {
        return open(name, "class", style).line(text).close(name);
    }

    /** Begins an element; an attribute without a value is left out. */
    Markup open(String name, String... attributes) {
        html.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            if (!attributes[i + 1].isEmpty()) {
                html.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(Html.line(attributes[i + 1]))
                        .append('"');
            }
        }
        html.append('>');
        return this;
    }

    Markup close(String name) {
        html.append("</").append(name).append('>');
        if (!INLINE.contains(name)) {
            html.append('\n');
        }
        return this;
    }

    /** Text on one line, cut where it is long. */
    Markup line(String text) {
        html.append(Html.line(Printable.line(text, LONGEST_LINE)));
        return this;
    }

    /** Text over several lines. */
    Markup block(String text) {
        html.append(Html.block(text));
        return this;
    }

    int length() {
        return html.length();
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
