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

    static Sign of(String regex) {
        Matcher words = WORDS_FIRST.matcher(regex);
        return new Sign(
                Pattern.compile(regex),
                words.matches()
                        ? Arrays.stream(words.group(1).split("\\|"))
                                .map(word -> word.replaceAll("[a-z]\\?", ""))
                                .toList()
                        : List.of());
    }

    boolean isIn(String text) {
        return (beginnings.isEmpty() || beginnings.stream().anyMatch(text::contains))
                && pattern.matcher(text).find();
    }
}
