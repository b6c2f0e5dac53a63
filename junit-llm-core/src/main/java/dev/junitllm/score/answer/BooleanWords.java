package dev.junitllm.score.answer;

import dev.junitllm.score.text.TextForm;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads a yes or no out of a text. Every part of the patterns is bounded or possessive, and none begins with {@code \b}, which
 * looks back over all combining marks before it.
 */
final class BooleanWords {

    static final List<String> YES = List.of("yes", "yeah", "yep", "true", "correct");
    static final List<String> NO = List.of("no", "nope", "nah", "false", "incorrect");

    /** These are words only where nothing else is said. */
    private static final Map<String, Boolean> SHORT =
            Map.of("y", true, "t", true, "1", true, "n", false, "f", false, "0", false);

    private static final String OPENING = "[\\s*_\"'`$\\[({\\u201c\\u2018]{0,8}+(?:\\\\(?:boxed|text|textbf)\\{){0,3}+";

    /** How a sentence goes on behind a yes or no without a comma. */
    private static final Pattern GOES_ON = Pattern.compile(
            "(?=\\s?+\\z|[.,;:!?)*_\"'`\\]}\\u2014\\u2013\\u201d\\u2019]|\\s?-(?!\\p{L})|\\s[\\u2014\\u2013(]"
                    + "|\\s(?:it|they|he|she|this|that|there|you|we|i|the|because|since|as|indeed)\\b)");

    private static final Pattern STATEMENT = Pattern.compile(
            "(?<!\\p{L})(?:it|that|this|(?:the|this|that) (?:statement|claim|sentence|assertion))"
                    + "(?:'s| is|(?<negated> is not|'s not| isn't)) [*_\"'`]{0,3}+(?<word>true|false|correct|incorrect)\\b");

    private final Map<String, Boolean> words = new TreeMap<>();
    private final Pattern marked;
    private final Pattern leading;
    private final Pattern another;

    BooleanWords(Collection<String> yes, Collection<String> no) {
        yes.forEach(word -> put(word, true));
        no.forEach(word -> put(word, false));
        String any = "(?<word>"
                + words.keySet().stream()
                        .sorted((a, b) -> b.length() - a.length())
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|"))
                + ")(?![\\p{L}\\p{N}]|['\\u2019-]\\p{L})";
        marked = Pattern.compile("(?<!\\p{L})answer(?:[*_]{0,3}+ is\\b[*_ ]{0,4}+:?+|[*_ ]{0,4}+[:=])" + OPENING + any);
        leading = Pattern.compile(OPENING + any);
        another = Pattern.compile("[\\p{P}\\s]{0,4}+(?:/|(?<!\\p{L})(?:or|and)\\b)" + OPENING + any);
    }

    /** By word. */
    Map<String, Boolean> all() {
        return words;
    }

    /** Whether the text says yes, or nothing where it says neither, or both. */
    Optional<Boolean> in(String text) {
        String whole = TextForm.FOLDED.of(text);
        String bare = bare(whole);
        Boolean alone = words.getOrDefault(bare, SHORT.get(bare));
        if (alone != null) {
            return Optional.of(alone);
        }
        Matcher answer = marked.matcher(whole);
        int end = -1;
        while (answer.find()) {
            end = answer.end();
            alone = words.get(answer.group("word"));
        }
        if (alone != null) {
            return hasAnother(whole, end) ? Optional.empty() : Optional.of(alone);
        }
        return leading(text).or(() -> statement(whole)).or(() -> lastLine(text));
    }

    /** Without what is no word at either end. By hand: an expression for the end looks at each run of marks again and again. */
    private static String bare(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isEdge(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (start < end && isEdge(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    private static boolean isEdge(int codePoint) {
        return Character.isWhitespace(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION,
                            Character.MATH_SYMBOL,
                            Character.CURRENCY_SYMBOL,
                            Character.MODIFIER_SYMBOL,
                            Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }

    private void put(String word, boolean meaning) {
        String folded = TextForm.FOLDED.of(word);
        if (folded.isEmpty()) {
            throw new IllegalArgumentException("a word for %s is empty".formatted(meaning ? "yes" : "no"));
        }
        Boolean other = words.put(folded, meaning);
        if (other != null && other != meaning) {
            throw new IllegalArgumentException("'%s' can't mean both yes and no".formatted(word));
        }
    }

    private Optional<Boolean> leading(String text) {
        String line = TextForm.FOLDED.of(
                text.lines().filter(each -> !each.isBlank()).findFirst().orElse(""));
        Matcher first = leading.matcher(line);
        if (!first.lookingAt() || hasAnother(line, first.end())) {
            return Optional.empty();
        }
        boolean ends = GOES_ON.matcher(line).region(first.end(), line.length()).lookingAt();
        return ends ? Optional.ofNullable(words.get(first.group("word"))) : Optional.empty();
    }

    private boolean hasAnother(String text, int end) {
        return another.matcher(text).region(end, text.length()).lookingAt();
    }

    /** What is said of a statement, where all such sentences agree. */
    private static Optional<Boolean> statement(String text) {
        TreeSet<Boolean> said = new TreeSet<>();
        Matcher matcher = STATEMENT.matcher(text);
        while (matcher.find()) {
            boolean positive = matcher.group("word").equals("true")
                    || matcher.group("word").equals("correct");
            said.add(positive == (matcher.group("negated") == null));
        }
        return said.size() == 1 ? Optional.of(said.first()) : Optional.empty();
    }

    private Optional<Boolean> lastLine(String text) {
        String last = text.lines().filter(each -> !each.isBlank()).reduce("", (before, line) -> line);
        return Optional.ofNullable(words.get(bare(TextForm.FOLDED.of(last))));
    }
}
