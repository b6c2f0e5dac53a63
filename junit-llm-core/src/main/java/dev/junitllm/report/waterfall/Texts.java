package dev.junitllm.report.waterfall;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/**
 * Shows long texts in boxes that scroll, and bounds a page: a text is cut where it is longer than a person reads, and after a
 * million characters of HTML only the beginnings of texts are shown. Each cut is said.
 */
final class Texts {

    private static final int LONGEST = 50_000;
    private static final int LEAST = 500;
    private static final int LONGEST_JSON = 200_000;

    /** A box that scrolls must be reachable by keyboard. */
    private static final int SCROLLS_FROM = 1_500;

    private static final JsonFactory JSON = new JsonFactory();

    private final Markup out;
    private int left = 1_000_000;

    Texts(Markup out) {
        this.out = out;
    }

    /** Text as it is. */
    void box(String text) {
        box("text", text);
    }

    /** What went wrong. */
    void error(String text) {
        box("error", text);
    }

    private void box(String style, String text) {
        if (text.isEmpty()) {
            out.element("div", "none", "(empty)");
            return;
        }
        String shown = cut(text, left < LONGEST ? LEAST : LONGEST);
        int before = out.length();
        out.open("div", "class", style, "tabindex", shown.length() > SCROLLS_FROM ? "0" : "")
                .block(shown)
                .close("div");
        left -= Math.min(left, out.length() - before);
        if (shown.length() < text.length()) {
            out.element(
                    "p",
                    "cut",
                    String.format(
                            Locale.ROOT, "Shown are the first %,d of %,d characters.", shown.length(), text.length()));
        }
    }

    /** JSON over several lines; what is no JSON, as it is. */
    void json(String text) {
        box(pretty(text));
    }

    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    /** Token by token, so that nothing is lost: neither names that occur twice nor digits. */
    private static String pretty(String text) {
        String begin = text.length() > LONGEST_JSON ? "" : text.stripLeading();
        if (!begin.startsWith("{") && !begin.startsWith("[")) {
            return text;
        }
        StringWriter lines = new StringWriter();
        try (JsonParser parser = JSON.createParser(text);
                JsonGenerator generator = JSON.createGenerator(lines)) {
            generator.setPrettyPrinter(printer());
            while (parser.nextToken() != null) {
                generator.copyCurrentEventExact(parser);
            }
        } catch (IOException e) {
            return text;
        }
        return lines.toString();
    }

    private static PrettyPrinter printer() {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(lines);
        printer.indentObjectsWith(lines);
        return printer;
    }
}
