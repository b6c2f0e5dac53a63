package dev.junitllm.report.allure;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import dev.junitllm.report.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was expected beside what came back, word by word, as a page. White space doesn't count as a difference. Long texts
 * are compared as far as a person would read, and the page says so; the attachments beside it hold more.
 */
final class WordDiff {

    private static final int MOST_WORDS = 4_000;

    private static final Pattern WORD = Pattern.compile("([\\p{L}\\p{M}\\p{N}_]+|[^\\p{L}\\p{M}\\p{N}_\\s])(\\s*)");

    private WordDiff() {}

    /**
     * A word or one sign.
     *
     * @param text the word
     * @param space the white space after it
     */
    private record Word(String text, String space) {}

    static String page(String caseName, String expected, String actual) {
        List<Word> wanted = words(expected);
        List<Word> given = words(actual);
        String note = remark("expected", wanted) + remark("actual", given);
        String legend =
                "<p><del>only in expected</del> <ins>only in actual</ins> <span>in both</span>" + note + "</p>\n";
        String body = expected.equals(actual)
                ? "<p>Expected and actual are the same.</p>\n<div class=\"text\">" + Html.block(text(cut(given)))
                : legend + "<div class=\"text\">" + diff(cut(wanted), cut(given));
        return Html.page(caseName, body + "</div>");
    }

    private static List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (words.size() <= MOST_WORDS && matcher.find()) {
            words.add(new Word(matcher.group(1), matcher.group(2)));
        }
        return words;
    }

    private static String remark(String name, List<Word> words) {
        return words.size() <= MOST_WORDS
                ? ""
                : " – only the first %s words of %s are compared".formatted(MOST_WORDS, name);
    }

    private static List<Word> cut(List<Word> words) {
        return words.size() <= MOST_WORDS ? words : words.subList(0, MOST_WORDS);
    }

    private static String diff(List<Word> expected, List<Word> actual) {
        // In linear space: the usual algorithm keeps a path for every step, which is gigabytes for unlike texts.
        var algorithm = new MyersDiffWithLinearSpace<Word>((one, other) -> one.text.equals(other.text));
        StringBuilder html = new StringBuilder();
        List<Word> removed = new ArrayList<>();
        List<Word> added = new ArrayList<>();
        for (AbstractDelta<Word> delta :
                DiffUtils.diff(expected, actual, algorithm, null, true).getDeltas()) {
            if (delta.getType() == DeltaType.EQUAL) {
                change(html, removed, added);
                html.append(Html.block(text(delta.getTarget().getLines())));
            } else {
                removed.addAll(delta.getSource().getLines());
                added.addAll(delta.getTarget().getLines());
            }
        }
        change(html, removed, added);
        return html.toString();
    }

    /** What was removed comes first, in whatever order the algorithm found the two. */
    private static void change(StringBuilder html, List<Word> removed, List<Word> added) {
        mark(html, "del", removed);
        mark(html, "ins", added);
    }

    private static void mark(StringBuilder html, String element, List<Word> words) {
        if (!words.isEmpty()) {
            html.append('<').append(element).append('>');
            html.append(Html.block(text(words)));
            html.append("</").append(element).append('>');
            words.clear();
        }
    }

    private static String text(List<Word> words) {
        return words.stream().map(word -> word.text + word.space).collect(Collectors.joining());
    }
}
