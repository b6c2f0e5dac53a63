package dev.junitllm.judge.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in the placeholders of an instruction, such as {@code {{question}}}, in a single pass: what is filled in is never
 * looked at again. Immutable.
 */
public final class Template {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)}}");

    private final String text;

    /** Text and the name of a placeholder in turn, beginning and ending with text. */
    private final List<String> pieces;

    /**
     * Takes an instruction.
     *
     * @param text the instruction with its placeholders
     */
    public Template(String text) {
        this.text = Objects.requireNonNull(text, "text");
        List<String> found = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int end = 0;
        while (matcher.find()) {
            found.add(text.substring(end, matcher.start()));
            found.add(matcher.group(1));
            end = matcher.end();
        }
        found.add(text.substring(end));
        this.pieces = List.copyOf(found);
    }

    /**
     * Fills in.
     *
     * @param values by the names of placeholders
     * @return the text, in which what a value holds stands as it is
     * @throws IllegalArgumentException naming a placeholder that has no value
     */
    public String fill(Map<String, String> values) {
        StringBuilder filled = new StringBuilder(text.length());
        for (int i = 0; i < pieces.size(); i++) {
            filled.append(i % 2 == 0 ? pieces.get(i) : value(pieces.get(i), values));
        }
        return filled.toString();
    }

    private static String value(String name, Map<String, String> values) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing to fill in for {{" + name + "}}");
        }
        return value;
    }

    /** Part of the hash of every criterion, which a change here would change. */
    @Override
    public String toString() {
        return "Template[text=" + text + "]";
    }
}
