package dev.junitllm.score.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes texts apart as sacreBLEU's tokenizers of the same names do. */
final class BleuWords {

    /** ASCII punctuation and symbols but for {@code ' , - .}, which the next three rules are for. */
    private static final Pattern MARKS = Pattern.compile("[!-&(-+/:-@\\[-`{-~]");

    private static final Pattern POINT_AFTER_NO_DIGIT = Pattern.compile("([^0-9])([.,])");
    private static final Pattern POINT_BEFORE_NO_DIGIT = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])-");

    private static final Pattern MARK_AFTER_NO_NUMBER = Pattern.compile("(\\P{N})(\\p{P})");
    private static final Pattern MARK_BEFORE_NO_NUMBER = Pattern.compile("(\\p{P})(\\P{N})");
    private static final Pattern SYMBOL = Pattern.compile("\\p{S}");

    private BleuWords() {}

    static List<String> of(String text, BleuSettings settings) {
        String line = withoutEnd(settings.lowercase() ? text.toLowerCase(Locale.ROOT) : text);
        return WordRule.runs(
                switch (settings.tokenizer()) {
                    case V13A -> v13a(line);
                    case INTL -> international(line);
                    case CHAR -> line.codePoints().mapToObj(Character::toString).collect(Collectors.joining(" "));
                    case NONE -> line;
                },
                false);
    }

    private static String v13a(String line) {
        String clean = line.replace("<skipped>", "").replace("-\n", "").replace("\n", " ");
        if (clean.indexOf('&') >= 0) {
            clean = clean.replace("&quot;", "\"")
                    .replace("&amp;", "&")
                    .replace("&lt;", "<")
                    .replace("&gt;", ">");
        }
        String apart = MARKS.matcher(" " + clean + " ").replaceAll(" $0 ");
        apart = POINT_AFTER_NO_DIGIT.matcher(apart).replaceAll("$1 $2 ");
        apart = POINT_BEFORE_NO_DIGIT.matcher(apart).replaceAll(" $1 $2");
        return DASH_AFTER_DIGIT.matcher(apart).replaceAll("$1 - ");
    }

    private static String international(String line) {
        String apart = MARK_AFTER_NO_NUMBER.matcher(line).replaceAll("$1 $2 ");
        apart = MARK_BEFORE_NO_NUMBER.matcher(apart).replaceAll(" $1 $2");
        return SYMBOL.matcher(apart).replaceAll(" $0 ");
    }

    private static String withoutEnd(String text) {
        int end = text.length();
        while (end > 0 && CodePoints.isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
