package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words that output and acceptable answer share, as the SQuAD evaluation script counts them (Rajpurkar et al. 2016,
 * arXiv:1606.05250): the harmonic mean of precision (shared words over words of the output) and recall (shared words over
 * words of the answer), from 0 to 1. Words are brought to the form of {@link ExactMatch.Squad} and split at white space; a
 * word counts as often as both have it (a multiset, as in the script; some other tools count sets). Of several acceptable
 * answers the best counts. Two texts without a word score 1, one without a word against one with words scores 0.
 *
 * <p>Languages written without spaces have no words in this sense: there it is hardly more than an exact match.
 */
public final class TokenF1 implements Scorer {

    private static final ScorerDescription DESCRIPTION = ScorerDescription.of("token-f1");

    /** Makes the metric. */
    public TokenF1() {}

    @Override
    public Score score(GoldenCase golden, Actual actual) {
        String[] output = SquadForm.words(actual.output());
        List<String> answers = golden.acceptableAnswers();
        Overlap best = Overlap.of(output, SquadForm.words(answers.get(0)));
        int nearest = 0;
        for (int i = 1; i < answers.size(); i++) {
            Overlap overlap = Overlap.of(output, SquadForm.words(answers.get(i)));
            if (overlap.f1() > best.f1()) {
                best = overlap;
                nearest = i;
            }
        }
        return Score.of(best.f1(), best.describe(AcceptableAnswers.name(golden, nearest)));
    }

    @Override
    public ScorerDescription describe() {
        return DESCRIPTION;
    }

    @Override
    public Set<GoldenPart> needs() {
        return Set.of(GoldenPart.ANSWER);
    }

    private record Overlap(int shared, int inOutput, int inAnswer) {

        static Overlap of(String[] output, String[] answer) {
            Map<String, Integer> left = new HashMap<>();
            for (String word : answer) {
                left.merge(word, 1, Integer::sum);
            }
            int shared = 0;
            for (String word : output) {
                if (left.merge(word, -1, Integer::sum) >= 0) {
                    shared++;
                }
            }
            return new Overlap(shared, output.length, answer.length);
        }

        double f1() {
            int words = inOutput + inAnswer;
            return words == 0 ? 1 : 2.0 * shared / words;
        }

        String describe(String answer) {
            if (inOutput == 0 || inAnswer == 0) {
                return inOutput == inAnswer
                        ? "no words in the output, none in " + answer
                        : "no words in " + (inOutput == 0 ? "the output" : answer);
            }
            return String.format(
                    Locale.ROOT,
                    "precision %.2f (%s of %s words), recall %.2f (%s of %s words) against %s",
                    (double) shared / inOutput,
                    shared,
                    inOutput,
                    (double) shared / inAnswer,
                    shared,
                    inAnswer,
                    answer);
        }
    }
}
