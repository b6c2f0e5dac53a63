package dev.junitllm.score.text;

import java.util.Locale;

/**
 * The normal form of the SQuAD evaluation script (Rajpurkar et al. 2016, arXiv:1606.05250): lower case, ASCII punctuation
 * deleted, the words {@code a}, {@code an} and {@code the} removed, white space collapsed, in that order. Accents stay.
 */
final class SquadForm {

    private SquadForm() {}

    static String of(String text) {
        return Folding.collapse(withoutArticles(withoutPunctuation(text.toLowerCase(Locale.ROOT))));
    }

    private static String withoutPunctuation(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.chars().filter(unit -> !CodePoints.isAsciiPunctuation(unit)).forEach(unit -> kept.append((char) unit));
        return kept.toString();
    }

    private static String withoutArticles(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        int start = 0;
        while (start < text.length()) {
            int end = endOfWord(text, start);
            if (end == start) {
                end += Character.charCount(text.codePointAt(start));
                kept.append(text, start, end);
            } else {
                String word = text.substring(start, end);
                kept.append(isArticle(word) ? " " : word);
            }
            start = end;
        }
        return kept.toString();
    }

    /** Words as the script's {@code \b} takes them; the underscore is gone by now. */
    private static int endOfWord(String text, int start) {
        int end = start;
        while (end < text.length() && CodePoints.isLetterOrNumber(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isArticle(String word) {
        return word.equals("a") || word.equals("an") || word.equals("the");
    }
}
