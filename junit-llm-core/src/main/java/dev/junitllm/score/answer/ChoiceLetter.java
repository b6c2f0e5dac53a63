package dev.junitllm.score.answer;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The choice a text settles on.
 *
 * @param letter the choice, or 0 where the text names none, or several
 * @param place where it stands, or why there is none
 */
record ChoiceLetter(char letter, String place) {

    /** Every part is bounded or possessive, so that reading is linear in the text. */
    private static final String OPENING =
            "(?:[\\s*_\"'`$\\[({\\u201c\\u2018\\uff08]|\\\\(?:boxed|text|textbf|mathrm|mathbf)\\{){0,12}+";

    private static final String CLOSING = "[\\s*_\"'`$\\])}.\\u201d\\u2019\\uff09]{0,12}+";
    private static final String ALONE = "(?![\\p{L}\\p{N}]|['\\u2019-]\\p{L})";
    private static final String LETTER = "(?<letter>[A-Z])" + ALONE;
    private static final String NAMED = "(?i:(?:the\\s{1,3}+)?+(?:option|choice|letter)\\s{1,3}+)?+";
    private static final String IS = "[*_]{0,3}+\\s{1,3}+(?i:is)\\b[*_\\s]{0,4}+[:\\uff1a]?+";
    private static final String COLON = "[*_\\s]{0,4}+[:=\\uff1a]";

    private static final Pattern MARKED = Pattern.compile("(?:(?i:answer)(?:" + IS + "|" + COLON
            + ")|(?i:choice|option)" + IS + ")" + OPENING + NAMED + OPENING + LETTER);
    private static final Pattern BOXED = Pattern.compile("\\\\boxed\\{" + OPENING + LETTER);

    /** An A or I before a small letter is a word, unless the sentence goes on as it does behind a choice. */
    private static final Pattern LEADING = Pattern.compile("\\A[\\s#>*_\"'`$\\[({\\uff08-]{0,12}+" + NAMED + OPENING
            + LETTER + "(?!(?<=[AI])\\s{1,3}+(?!(?:is|because|since|as|or|and)\\b)\\p{Ll})");

    private static final Pattern BRACKETED = Pattern.compile("[(\\uff08](?<letter>[A-Z])[)\\uff09]");
    private static final Pattern ANOTHER = Pattern.compile(CLOSING + "(?:(?:(?i:or|and)\\b|[/&+])" + OPENING + NAMED
            + OPENING + "(?<letter>[A-HJ-Z]" + ALONE + "|I" + ALONE + "(?!\\s{1,3}+\\p{Ll}))|," + OPENING
            + "(?<listed>[A-Z])" + ALONE + "(?!\\s{1,3}+\\p{Ll}))");
    private static final Pattern SECOND_OPTION = Pattern.compile("(?m)^[ \\t*(]{0,8}+B[).:]");

    /** Finds the choice among so many, counted from A. */
    static ChoiceLetter in(String text, int choices) {
        return last(MARKED, text, choices)
                .map(found -> settled(text, found, choices, "after 'answer is'"))
                .or(() -> last(BOXED, text, choices).map(found -> settled(text, found, choices, "in a box")))
                .or(() -> leading(text, choices))
                .orElseGet(() -> bracketed(text, choices));
    }

    /** Whether the text settles on one choice. */
    boolean isReadable() {
        return letter != 0;
    }

    private static Optional<MatchResult> last(Pattern pattern, String text, int choices) {
        Matcher matcher = pattern.matcher(text);
        Optional<MatchResult> last = Optional.empty();
        while (matcher.find()) {
            if (isChoice(matcher.group("letter").charAt(0), choices)) {
                last = Optional.of(matcher.toMatchResult());
            }
        }
        return last;
    }

    private static Optional<ChoiceLetter> leading(String text, int choices) {
        return last(LEADING, text, choices)
                .filter(found -> !(letter(found) == 'A'
                        && SECOND_OPTION
                                .matcher(text)
                                .region(found.end(), text.length())
                                .find()))
                .map(found -> settled(text, found, choices, "at the beginning"));
    }

    private static ChoiceLetter settled(String text, MatchResult found, int choices, String place) {
        Matcher another = ANOTHER.matcher(text).region(found.end(), text.length());
        if (another.lookingAt()) {
            String second = another.group("letter") == null ? another.group("listed") : another.group("letter");
            if (second.charAt(0) != letter(found) && isChoice(second.charAt(0), choices)) {
                return none("names both %s and %s %s".formatted(letter(found), second, place));
            }
        }
        return new ChoiceLetter(letter(found), place);
    }

    private static ChoiceLetter bracketed(String text, int choices) {
        Set<Character> letters = new TreeSet<>();
        Matcher matcher = BRACKETED.matcher(text);
        while (matcher.find()) {
            char letter = matcher.group("letter").charAt(0);
            if (isChoice(letter, choices)) {
                letters.add(letter);
            }
        }
        return switch (letters.size()) {
            case 0 -> none("names no choice");
            case 1 -> new ChoiceLetter(letters.iterator().next(), "in brackets");
            default -> none("names several choices in brackets and settles on none");
        };
    }

    private static ChoiceLetter none(String reason) {
        return new ChoiceLetter((char) 0, reason);
    }

    private static char letter(MatchResult found) {
        // the letter ends each of the patterns that are read by this
        return found.group().charAt(found.group().length() - 1);
    }

    private static boolean isChoice(char letter, int choices) {
        return letter - 'A' < choices;
    }
}
