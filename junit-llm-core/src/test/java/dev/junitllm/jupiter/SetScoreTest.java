package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.gate.SetScore;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.SetAggregation;
import dev.junitllm.score.SetFigures;
import dev.junitllm.score.SetFigures.FigureTable;
import dev.junitllm.score.text.ExactMatch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetScoreTest {

    private static final String SECRET = "sk-proj-plantedSecretOfThisTest0123456789";

    /** The share of all letters that are right, which is no mean of the cases' shares. */
    static final class Letters implements Scorer {

        @Override
        public Score score(GoldenCase golden, Actual actual) {
            int all = golden.expected().length();
            int right = actual.output().startsWith(golden.expected()) ? all : 0;
            return Score.of((double) right / all)
                    .withDetails(Map.of("right", right, "all", all, "said", actual.output()));
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("letters");
        }

        @Override
        public Optional<SetAggregation> aggregation() {
            return Optional.of(Letters::overTheSet);
        }

        private static SetFigures overTheSet(List<SetAggregation.Taken> taken) {
            Map<String, Double> figures = new LinkedHashMap<>();
            figures.put("all letters", sum(taken, "right") / sum(taken, "all"));
            figures.put("cases", taken.size() / 10.0);
            List<List<String>> rows = taken.stream()
                    .map(one ->
                            List.of(one.caseId(), String.valueOf(one.details().get("said"))))
                    .toList();
            return new SetFigures(
                    "all letters", figures, List.of(new FigureTable("Said", List.of("case", "said"), rows)));
        }

        private static double sum(List<SetAggregation.Taken> taken, String detail) {
            return taken.stream()
                    .mapToInt(one -> (Integer) one.details().get(detail))
                    .sum();
        }
    }

    static class LettersTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(Letters.class)
        @SetScore(of = "letters", atLeast = 0.7)
        @SetScore(of = "letters", figure = "cases", atLeast = 0.4)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("spain") ? "M " + SECRET : golden.expected()); // 13 of 19 letters
        }
    }

    private final EvalRun run = EvalTestKit.run(LettersTestCases.class);

    @Test
    void gatesOnTheFigureOverTheSet() {
        assertThat(run.verdict())
                .contains(
                        "FAIL @SetScore(of = \"letters\", atLeast = 0.7): the all letters of letters over 4 cases: 0.684, below 0.7 (95% interval ")
                .contains(", percentile bootstrap, seed 0x")
                .contains("PASS @SetScore(of = \"letters\", figure = \"cases\", atLeast = 0.4)");
    }

    @Test
    void answersForMissesOfItsScore() {
        assertThat(run.statuses()).containsEntry("spain", "ABORTED").containsEntry("peru", "SUCCESSFUL");
    }

    @Test
    void keepsAndShowsTheFiguresWithoutSecrets() throws IOException {
        String figures = Files.readString(run.folder().resolve("figures.jsonl"));
        String summary = Files.readString(run.folder().resolve("summary.md"));

        assertThat(figures)
                .startsWith("{\"schema\":1,\"class\":")
                .contains("\"score\":\"letters\",\"main\":\"all letters\",\"figures\":{\"all letters\":0.684")
                .contains("\"columns\":[\"case\",\"said\"],\"rows\":[[\"france\",\"Paris\"]")
                .doesNotContain(SECRET);
        assertThat(summary)
                .contains("**letters** over the set: all letters 0.684, cases 0.4")
                .contains("| case | said |\n|---|---|\n| france | Paris |")
                .doesNotContain(SECRET);
        assertThat(Files.readString(run.folder().resolve("cases.jsonl")))
                .contains("\"details\":{")
                .doesNotContain(SECRET);
    }

    static class UnknownFigureTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(Letters.class)
        @SetScore(of = "letters", figure = "macro F1", atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.expected());
        }
    }

    @Test
    void anUnknownFigureIsAnError() {
        assertThat(EvalTestKit.run(UnknownFigureTestCases.class).verdict())
                .contains("ERROR @SetScore")
                .contains("letters has no figure 'macro F1' in this run; it has all letters, cases");
    }

    static class MeanOfSetFiguresTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(Letters.class)
        @MeanScore(of = "letters", atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {}
    }

    static class SetScoreOfAMeanTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(ExactMatch.class)
        @SetScore(of = "exact-match", atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {}
    }

    @Test
    void aMeanIsNotTakenForAFigureOverTheSetNorTheOtherWayRound() {
        assertThat(EvalTestKit.run(MeanOfSetFiguresTestCases.class).verdict()).contains("use @SetScore");
        assertThat(EvalTestKit.run(SetScoreOfAMeanTestCases.class).verdict()).contains("use @MeanScore");
    }

    /** Counts on what only the scored cases hold. */
    static class ErrorsTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(Letters.class)
        @SetScore(of = "letters", atLeast = 0.7)
        void answers(GoldenCase golden, Actual actual) {
            throw new IllegalStateException("503");
        }
    }

    @Test
    void nothingScoredIsAnError() {
        assertThat(EvalTestKit.run(ErrorsTestCases.class).verdict())
                .contains("ERROR @SetScore")
                .contains("nothing was scored");
    }

    static class PassRateTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(Letters.class)
        @PassRate(atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {
            actual.output("wrong");
        }
    }

    @Test
    void aPassRateOfItsBarIsAskedAsEver() {
        assertThat(EvalTestKit.run(PassRateTestCases.class).verdict()).contains("0 of 4 cases passed");
    }
}
