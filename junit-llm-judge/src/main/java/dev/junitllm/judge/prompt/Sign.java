package dev.junitllm.judge.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of verdict-like text. Most begin with one of several words, and most texts hold none of them, which is found out
 * much faster than that the pattern doesn't match.
 *
 * @param pattern the pattern
 * @param beginnings what a match begins with; empty where that isn't known
 */
record Sign(Pattern pattern, List<String> beginnings) {

    private static final Pattern WORDS_FIRST =
            Pattern.compile("(?:\\\\b)?\\(\\?:((?:[\\p{L}' |-]|[a-z]\\?)+)\\)(?![?*{]).*");

    private static final Pattern LITERAL_FIRST =
            Pattern.compile("(?:\\\\b)?((?:[\\p{L}0-9 <]|\\\\[\\[{])+)(?![?*+{\\p{L}0-9 <]).*");

    static Sign of(String regex) {
        return new Sign(Pattern.compile(regex), beginnings(regex));
    }

    private static List<String> beginnings(String regex) {
        Matcher words = WORDS_FIRST.matcher(regex);
        if (words.matches()) {
            return Arrays.stream(words.group(1).split("\\|"))
                    .map(word -> word.replaceAll("[a-z]\\?", ""))
                    .toList();
        }
        Matcher literal = LITERAL_FIRST.matcher(regex);
        return literal.matches() ? List.of(literal.group(1).replace("\\", "")) : List.of();
    }

    boolean isIn(String text) {
        return mayBeIn(text) && pattern.matcher(text).find();
    }

    private boolean mayBeIn(String text) {
        for (String beginning : beginnings) {
            if (text.contains(beginning)) {
                return true;
            }
        }
        return beginnings.isEmpty();
    }
}
