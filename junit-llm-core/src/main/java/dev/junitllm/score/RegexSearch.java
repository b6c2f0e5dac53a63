package dev.junitllm.score;

import dev.junitllm.Printable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression that gives up instead of backtracking for hours. Its work is counted, not timed, so that the same
 * pattern and text always come out the same, on any machine. Immutable, for use by several threads.
 */
public final class RegexSearch {

    /** Characters that may be read, whatever the text: some tenths of a second. */
    public static final long READS = 20_000_000;

    /** Characters that may be read for each one of the text, on top of {@link #READS}. */
    public static final long READS_PER_CHARACTER = 16;

    /** Compiling takes quadratic time in the length of some patterns. */
    private static final int LONGEST = 10_000;

    private static final int SHOWN = 80;
    private static final int SHOWN_MATCH = 60;

    private final String regex;
    private final Pattern pattern;
    private final long emptySteps;

    /**
     * Compiles a pattern.
     *
     * @param regex a regular expression of at most 10,000 characters
     * @throws IllegalArgumentException saying what is wrong with it, where it is none
     */
    public RegexSearch(String regex) {
        this.regex = regex;
        if (regex.length() > LONGEST) {
            throw new IllegalArgumentException("longer than %s characters".formatted(LONGEST));
        }
        try {
            this.pattern = Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            String place = e.getIndex() < 0 ? "" : " at index " + e.getIndex();
            throw new IllegalArgumentException(Printable.line(e.getDescription(), SHOWN) + place, e);
        }
        this.emptySteps = CountedRepeats.most(regex);
    }

    /**
     * Looks for the pattern.
     *
     * @param text where to look
     * @param whole whether it must match all of the text
     * @return the first match, or empty where there is none
     * @throws ScoringException of kind {@code REGEX_LIMIT} where that takes too much work
     */
    public Optional<Match> in(String text, boolean whole) throws ScoringException {
        long limit = READS + READS_PER_CHARACTER * text.length();
        if (emptySteps > 1_000 && emptySteps > limit / (text.length() + 1)) {
            throw overLimit(text, "its counted repetitions alone could take more than %s steps".formatted(limit));
        }
        Matcher matcher = pattern.matcher(new CountedReads(text, limit));
        try {
            boolean found = whole ? matcher.matches() : matcher.find();
            return found ? Optional.of(new Match(text, matcher.start(), matcher.end())) : Optional.empty();
        } catch (CountedReads.Exhausted e) {
            throw overLimit(text, "it read more than %s characters".formatted(limit));
        } catch (StackOverflowError e) {
            throw overLimit(text, "it nested too deeply");
        }
    }

    @Override
    public String toString() {
        return "'" + Printable.line(regex, SHOWN) + "'";
    }

    private ScoringException overLimit(String text, String what) {
        return new ScoringException(
                "REGEX_LIMIT",
                "the search for %s in an output of %s characters was given up: %s; simplify the pattern: no repetition inside a repetition, possessive quantifiers (*+, ++), an anchor"
                        .formatted(this, Integer.toString(text.length()), what));
    }

    /**
     * Where a pattern was found.
     *
     * @param text where it was looked for
     * @param start where the match begins
     * @param end where it ends, itself not part of it
     */
    public record Match(String text, int start, int end) {

        @Override
        public String toString() {
            String place = "at character " + (text.codePointCount(0, start) + 1);
            return start == end
                    ? place
                    : place + ": " + "'" + Printable.line(text.substring(start, end), SHOWN_MATCH) + "'";
        }
    }
}
