package dev.junitllm.judge.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The patterns of verdict-like text, one a line of a resource file; blank lines and those that begin with # are left out.
 * Matching without regard to case is slow: most are held against the text in lower case instead.
 *
 * @param lower for texts in lower case
 * @param cased for texts as they are: those with words that count in capitals only
 * @param anchored those of both that look at the beginning or end of a sentence
 */
record VerdictSigns(List<Sign> lower, List<Sign> cased, List<Sign> anchored) {

    private static final String FILE = "verdict-signs.txt";

    static VerdictSigns read() {
        List<String> lines = lines();
        return new VerdictSigns(
                lines.stream().filter(line -> !isCased(line)).map(Sign::of).toList(),
                lines.stream().filter(VerdictSigns::isCased).map(Sign::cased).toList(),
                lines.stream().filter(VerdictSigns::isAnchored).map(Sign::cased).toList());
    }

    /** Whether one of them is in a text, as a whole. */
    boolean areIn(String plain) {
        String folded = plain.toLowerCase(Locale.ROOT);
        for (Sign sign : lower) {
            if (sign.isIn(folded)) {
                return true;
            }
        }
        for (Sign sign : cased) {
            if (sign.isIn(plain)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one that is anchored may be in a sentence of a text. */
    boolean mayBeginOrEnd(String plain) {
        String folded = plain.toLowerCase(Locale.ROOT);
        return anchored.stream().anyMatch(sign -> sign.mayBeIn(folded) || sign.mayBeIn(plain));
    }

    /** Whether one that is anchored is in a sentence of a text that was looked through already. */
    boolean beginOrEnd(String sentence) {
        return anchored.stream()
                .anyMatch(sign -> sign.pattern().matcher(sentence).find());
    }

    private static boolean isCased(String line) {
        return line.contains("(?-i:");
    }

    private static boolean isAnchored(String line) {
        return line.startsWith("^") || line.endsWith("$");
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
