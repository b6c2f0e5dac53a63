package dev.junitllm.trace.redaction;

import java.util.List;
import java.util.stream.Stream;

/**
 * A word that a text must have for a rule to apply.
 *
 * @param word the word
 * @param anyCase whether it counts in any case
 * @param names whether it counts only as the end of a name with a value behind it: {@code password: …}, {@code "password" = …}
 */
record Word(String word, boolean anyCase, boolean names) {

    private static final int LOWER_CASE = 0x20;
    private static final int MOST_BLANKS = 4;
    private static final int MOST_BACKSLASHES = 3;

    static List<Word> exactly(String... words) {
        return Stream.of(words).map(word -> new Word(word, false, false)).toList();
    }

    static List<Word> inAnyCase(String... words) {
        return Stream.of(words).map(word -> new Word(word, true, false)).toList();
    }

    static List<Word> naming(String... words) {
        return Stream.of(words).map(word -> new Word(word, true, true)).toList();
    }

    /** Says fast of most characters that the word doesn't begin with them. */
    boolean mayBegin(char first) {
        return (first | LOWER_CASE) == (word.charAt(0) | LOWER_CASE);
    }

    boolean isAt(String text, int at) {
        return text.regionMatches(anyCase, at, word, 0, word.length()) && (!names || isName(text, at + word.length()));
    }

    private static boolean isName(String text, int end) {
        int at = skip(text, end, "\\", MOST_BACKSLASHES);
        at = skip(text, at, "\"'", 1);
        at = skip(text, at, " \t", MOST_BLANKS);
        return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '=');
    }

    private static int skip(String text, int from, String skipped, int most) {
        int at = from;
        while (at < text.length() && at - from < most && skipped.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
