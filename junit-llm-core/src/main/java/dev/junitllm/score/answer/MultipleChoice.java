package dev.junitllm.score.answer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * 1 where the output settles on the letter of the right choice, else 0, for questions such as those of MMLU (Hendrycks et al.
 * 2021, arXiv:2009.03300). The letter is the first of these that there is:
 *
 * <ol>
 *   <li>the last one after <i>answer is</i>, <i>answer:</i>, <i>option is</i> or <i>choice is</i>;
 *   <li>the last one in <code>\boxed{…}</code>;
 *   <li>the one the output begins with, such as {@code B}, {@code B.}, {@code (B) Paris}; not where it is the word <i>A</i> or
 *       <i>I</i>, nor where all choices are repeated line by line;
 *   <li>the only one in brackets: {@code (B)}.
 * </ol>
 *
 * <p>Letters are upper-case and stand alone. Brackets, quotes, Markdown and LaTeX around them are left out of account. An output
 * that names no choice, or several and settles on none ({@code A or B}), is unreadable: a score of 0.
 *
 * <p>Choices are A to J, or as many as the case's metadata say under {@code choices}: a list of them, or their number, from 2
 * to 26. Letters beyond are no choices. The expected answer is the letter, in brackets or not, and the choice's text may
 * follow: {@code B}, {@code (b)}, {@code B. Paris}. A case without one is an ERROR of kind {@code NO_CHOICE}.
 */
public final class MultipleChoice implements Scorer {

    private static final ScorerDescription DESCRIPTION = ScorerDescription.of("multiple-choice");
    private static final int MOST_UNLESS_TOLD = 10;
    private static final int MOST = 26;
    private static final Pattern EXPECTED =
            Pattern.compile("\\s*+\\(?([A-Za-z])(?:[.:)]{1,2}(?:\\s.*+)?|\\s*+)", Pattern.DOTALL);

    /** Makes the metric. */
    public MultipleChoice() {}

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        int choices = choices(golden);
        List<Character> right = right(golden, choices);
        ChoiceLetter found = ChoiceLetter.in(actual.output(), choices);
        if (!found.isReadable()) {
            return Score.unreadable("the output " + found.place());
        }
        String expected = right.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        Score score = right.contains(found.letter())
                ? Score.of(1, "%s, %s, is right".formatted(found.letter(), found.place()))
                : Score.of(0, "%s, %s, instead of %s".formatted(found.letter(), found.place(), expected));
        return score.withDetails(Map.of("choice", String.valueOf(found.letter())));
    }

    @Override
    public ScorerDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    private static int choices(GoldenCase golden) throws ScoringException {
        JsonNode choices = golden.metadata().path("choices");
        if (choices.isMissingNode()) {
            return MOST_UNLESS_TOLD;
        }
        double count = choices.isArray() ? choices.size() : choices.asDouble();
        if (count >= 2 && count <= MOST && count == Math.rint(count)) {
            return (int) count;
        }
        throw new ScoringException(
                "BAD_CHOICES",
                "%s: 'choices' in its metadata is a list of 2 to %s choices, or their number"
                        .formatted(golden.describe(), MOST));
    }

    private static List<Character> right(GoldenCase golden, int choices) throws ScoringException {
        List<Character> letters = golden.acceptableAnswers().stream()
                .map(EXPECTED::matcher)
                .filter(Matcher::matches)
                .map(answer -> Character.toUpperCase(answer.group(1).charAt(0)))
                .filter(letter -> letter - 'A' < choices)
                .toList();
        if (letters.isEmpty()) {
            throw new ScoringException(
                    "NO_CHOICE",
                    "%s: no letter from A to %s stands in its %s, such as 'B' or 'B. Paris'"
                            .formatted(golden.describe(), (char) ('A' + choices - 1), GoldenPart.ANSWER.fields()));
        }
        return letters;
    }
}
