package dev.junitllm.judge.prompt;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in the placeholders of an instruction, such as {@code {{question}}}, in a single pass: what is filled in is never
 * looked at again. Immutable.
 *
 * @param text the instruction with its placeholders
 */
public record Template(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)}}");

    /**
     * Checks what it is made of.
     *
     * @param text the instruction with its placeholders
     */
    public Template {
        Objects.requireNonNull(text, "text");
    }

    /**
     * Fills in.
     *
     * @param values by the names of placeholders
     * @return the text, in which what a value holds stands as it is
     * @throws IllegalArgumentException naming a placeholder that has no value
     */
    public String fill(Map<String, String> values) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing to fill in for " + matcher.group());
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}
