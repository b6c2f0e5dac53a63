package dev.junitllm.judge.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The patterns of verdict-like text, one a line of a resource file; blank lines and those that begin with # are left out.
 * Matching without regard to case is slow: most are held against the text in lower case instead.
 *
 * @param lower for texts in lower case
 * @param cased for texts as they are: those with words that count in capitals only
 * @param anchored those of both that look at the beginning or end of a sentence
 */
record VerdictSigns(List<Sign> lower, List<Pattern> cased, List<Pattern> anchored) {

    private static final String FILE = "verdict-signs.txt";

    static VerdictSigns read() {
        List<String> lines = lines();
        return new VerdictSigns(
                lines.stream().filter(line -> !isCased(line)).map(Sign::of).toList(),
                lines.stream()
                        .filter(VerdictSigns::isCased)
                        .map(VerdictSigns::ignoringCase)
                        .toList(),
                lines.stream()
                        .filter(VerdictSigns::isAnchored)
                        .map(VerdictSigns::ignoringCase)
                        .toList());
    }

    /** Whether one of them is in a text, as a whole. */
    boolean areIn(String plain) {
        String folded = plain.toLowerCase(Locale.ROOT);
        for (Sign sign : lower) {
            if (sign.isIn(folded)) {
                return true;
            }
        }
        return cased.stream().anyMatch(sign -> sign.matcher(plain).find());
    }

    /** Whether one that is anchored is in a sentence of a text that was looked through already. */
    boolean beginOrEnd(String sentence) {
        return anchored.stream().anyMatch(sign -> sign.matcher(sentence).find());
    }

    private static boolean isCased(String line) {
        return line.contains("(?-i:");
    }

    private static boolean isAnchored(String line) {
        return line.startsWith("^") || line.endsWith("$");
    }

    private static Pattern ignoringCase(String line) {
        return Pattern.compile(line, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static List<String> lines() {
        try (InputStream stream = VerdictSigns.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
