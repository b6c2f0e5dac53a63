package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.RegexSearch;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * 1 where at least one of the acceptable answers, read as regular expressions ({@link java.util.regex.Pattern}), is found
 * in the output, else 0. Found somewhere, as {@link java.util.regex.Matcher#find()} does: anchor with {@code \A} and
 * {@code \z} what must match the whole output, and write options into the pattern, such as {@code (?i)}. For one pattern
 * that holds for all cases use {@link MatchesScore}.
 *
 * <p>A case whose answer is no regular expression, or one of more than 10,000 characters, is an ERROR of kind
 * {@code REGEX_INVALID}, one whose answer is empty (it
 * would match every output) of kind {@code EMPTY_REFERENCE}. A search may read 20 million characters of the output, and 16
 * more for each character it has; one that backtracks beyond that is given up as an ERROR of kind {@code REGEX_LIMIT}.
 */
public final class Matches implements Scorer {

    private static final ScorerDescription DESCRIPTION = ScorerDescription.of("matches");

    /** Makes the metric. */
    public Matches() {}

    /**
     * One pattern for all cases, whatever their references.
     *
     * @param regex a regular expression to find somewhere in the output
     * @return a scorer named {@code matches} that needs no reference
     * @throws IllegalArgumentException saying what is wrong with it, where it is no regular expression
     */
    public static Scorer pattern(String regex) {
        return new PatternScorer(regex, false);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        List<RegexSearch> searches = searches(golden);
        String output = actual.output();
        for (int i = 0; i < searches.size(); i++) {
            Optional<RegexSearch.Match> match = searches.get(i).in(output, false);
            if (match.isPresent()) {
                return Score.of(1, "the pattern of %s is found %s".formatted(name(golden, i), match.get()));
            }
        }
        return Score.of(0, AcceptableAnswers.none(golden.acceptableAnswers(), "found in the output"));
    }

    @Override
    public ScorerDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    /** All are compiled before one is tried, so that a wrong one is noticed whatever the output. */
    private static List<RegexSearch> searches(GoldenCase golden) throws ScoringException {
        List<String> answers = golden.acceptableAnswers();
        List<RegexSearch> searches = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).isEmpty()) {
                throw AcceptableAnswers.empty(golden, i, "matches");
            }
            try {
                searches.add(new RegexSearch(answers.get(i)));
            } catch (IllegalArgumentException e) {
                throw new ScoringException(
                        "REGEX_INVALID",
                        "%s: %s is not a regular expression: %s (%s)"
                                .formatted(
                                        golden.describe(),
                                        name(golden, i),
                                        AcceptableAnswers.quote(answers.get(i)),
                                        e.getMessage()),
                        e);
            }
        }
        return searches;
    }

    private static String name(GoldenCase golden, int index) {
        return AcceptableAnswers.name(golden, index);
    }
}
