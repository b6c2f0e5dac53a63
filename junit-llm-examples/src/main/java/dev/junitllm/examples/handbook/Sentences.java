package dev.junitllm.examples.handbook;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What can be told of English sentences without understanding them. */
final class Sentences {

    private static final Pattern ASKS_FOR_NUMBER =
            Pattern.compile("\\bhow (many|much|long|often|soon|fast|far|late|early)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile(
            "\\p{Nd}|\\b(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twice|half|third|fourth|fifth)\\b",
            Pattern.CASE_INSENSITIVE);

    private Sentences() {}

    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        var breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            sentences.add(text.substring(start, end).strip());
        }
        return sentences;
    }

    static boolean asksForNumber(String question) {
        return ASKS_FOR_NUMBER.matcher(question).find();
    }

    /** Digits or a number word; not "one", which is mostly a pronoun. */
    static boolean hasNumber(String sentence) {
        return NUMBER.matcher(sentence).find();
    }
}
