package dev.junitllm.score.answer;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 1 where the output says yes to what the expected answer says yes to, or no to what it says no to, else 0. <i>Yes</i>,
 * <i>yeah</i>, <i>yep</i>, <i>true</i> and <i>correct</i> mean yes; <i>no</i>, <i>nope</i>, <i>nah</i>, <i>false</i> and
 * <i>incorrect</i> mean no, in any case; so do <i>y</i>, <i>t</i>, <i>1</i>, <i>n</i>, <i>f</i> and <i>0</i> where they are all
 * there is. What counts is the first of these that there is:
 *
 * <ol>
 *   <li>the output is such a word, but for punctuation;
 *   <li>the last one after <i>answer is</i> or <i>answer:</i>;
 *   <li>the one the output begins with: <i>No, because …</i>, but not <i>No doubt …</i>;
 *   <li>what it says of a statement, where it says the same throughout: <i>that is not true</i>;
 *   <li>its last line, where that is such a word.
 * </ol>
 *
 * <p>An output that says neither, or both ({@code yes and no}), is unreadable: a score of 0. The expected answer is read the
 * same way, or is a JSON boolean. A case of which no acceptable answer can be read is an ERROR of kind {@code NOT_BOOLEAN}, and
 * one whose acceptable answers contradict each other is one of kind {@code CONTRADICTION}.
 */
public final class BooleanAnswer implements Scorer {

    private static final String NAME = "boolean-answer";

    private final BooleanWords words;

    /** Makes the metric with the English words above. */
    public BooleanAnswer() {
        this(BooleanWords.YES, BooleanWords.NO);
    }

    private BooleanAnswer(Collection<String> yes, Collection<String> no) {
        words = new BooleanWords(yes, no);
    }

    /**
     * The metric with words of your own in place of the English ones.
     *
     * @param yes words that mean yes, such as {@code ja}; in any case
     * @param no words that mean no, such as {@code nein}
     * @return the scorer
     * @throws IllegalArgumentException where a word is empty or means both, or there are none
     */
    public static BooleanAnswer ofWords(Collection<String> yes, Collection<String> no) {
        if (yes.isEmpty() || no.isEmpty()) {
            throw new IllegalArgumentException("give at least one word for %s".formatted(yes.isEmpty() ? "yes" : "no"));
        }
        return new BooleanAnswer(yes, no);
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        boolean expected = expected(golden);
        Optional<Boolean> said = words.in(actual.output());
        if (said.isEmpty()) {
            return Score.unreadable("the output says neither yes nor no, or both");
        }
        return Score.passOrFail(
                        said.get() == expected,
                        said.get() == expected
                                ? "says %s".formatted(word(expected))
                                : "says %s instead of %s".formatted(word(said.get()), word(expected)))
                .withDetails(Map.of("says", said.get()));
    }

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                NAME,
                words.all().entrySet().stream()
                        .collect(Collectors.groupingBy(
                                word -> word(word.getValue()),
                                Collectors.mapping(Map.Entry::getKey, Collectors.joining(" | ")))));
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    private boolean expected(GoldenCase golden) throws ScoringException {
        Set<Boolean> acceptable = golden.acceptableAnswers().stream()
                .flatMap(answer -> words.in(answer).or(() -> json(answer)).stream())
                .collect(Collectors.toSet());
        if (acceptable.size() == 1) {
            return acceptable.iterator().next();
        }
        throw acceptable.isEmpty()
                ? new ScoringException(
                        "NOT_BOOLEAN",
                        "%s: its %s says neither yes nor no; write true or false, or one of the words that are known"
                                .formatted(golden.describe(), GoldenPart.ANSWER.fields()))
                : new ScoringException(
                        "CONTRADICTION",
                        "%s: one of its acceptable answers says yes and another no, and every output says that"
                                .formatted(golden.describe()));
    }

    /** A JSON boolean is one in any language. */
    private static Optional<Boolean> json(String answer) {
        return switch (answer) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static String word(boolean yes) {
        return yes ? "yes" : "no";
    }
}
