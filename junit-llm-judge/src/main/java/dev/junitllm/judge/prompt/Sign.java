package dev.junitllm.judge.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of verdict-like text. Most begin with one of several words, or hold one, and most texts hold none of them, which is
 * found out much faster than that the pattern doesn't match.
 *
 * @param pattern the pattern
 * @param words one of them is in each match; empty where that isn't known
 */
record Sign(Pattern pattern, List<String> words) {

    private static final Pattern WORDS_FIRST =
            Pattern.compile("(?:\\\\b|\\^\\[[^]]*]\\*)?\\(\\?:((?:[\\p{L}0-9'\" |-]|[a-z]\\?)+)\\)(?![?*{]).*");

    private static final Pattern LITERAL_FIRST =
            Pattern.compile("(?:\\\\b)?((?:[\\p{L}0-9 <-]|\\\\[\\[{])+)(?![?*+{\\p{L}0-9 <-]).*");

    private static final Pattern IN_CAPITALS = Pattern.compile(".*\\(\\?-i:([A-Z_|]+)\\).*");

    /** A pattern for texts in lower case. */
    static Sign of(String regex) {
        return new Sign(Pattern.compile(regex), words(regex));
    }

    /** A pattern for texts as they are, some words of which count in capitals only. */
    static Sign cased(String regex) {
        return new Sign(Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE), words(regex));
    }

    private static List<String> words(String regex) {
        Matcher capitals = IN_CAPITALS.matcher(regex);
        if (capitals.matches()) {
            return List.of(capitals.group(1).split("\\|"));
        }
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

    boolean mayBeIn(String text) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return words.isEmpty();
    }
}
