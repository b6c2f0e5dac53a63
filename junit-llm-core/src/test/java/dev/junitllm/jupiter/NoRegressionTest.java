package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.ErrorBudget;
import dev.junitllm.gate.Inconclusive;
import dev.junitllm.gate.NoRegression;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs beside a baseline that was recorded from an earlier run. */
class NoRegressionTest {

    private static final String[] UPDATE = {"junit.llm.baseline", "update"};

    @TempDir
    Path folder;

    static class YesTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class StrictTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(inconclusive = Inconclusive.FAIL)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class MissingAllowedTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(allowMissing = true)
        @ErrorBudget(atMost = 0.2)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class MeanTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(value = TokenF1.class, recordOnly = true)
        @NoRegression(of = "token-f1")
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class NamedBarTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(value = TokenF1.class, atLeast = 0.4)
        @NoRegression(of = "token-f1")
        @NoRegression(of = "token-f1", mean = true)
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answer(this, golden, actual);
        }
    }

    static class SampledTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @Samples(2)
        @NoRegression
        void answers(GoldenCase golden, Actual actual) {
            EvalModule.answerEvenly(this, golden, actual);
        }
    }

    static class WrongTestCases {
        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(maxDrop = 0)
        void noDropAtAll(GoldenCase golden, Actual actual) {}

        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(confidence = 95)
        void percent(GoldenCase golden, Actual actual) {}

        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(of = "token-f1")
        void noSuchScore(GoldenCase golden, Actual actual) {}

        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(ExactMatch.class)
        @NoRegression(mean = true)
        void meanOfNothing(GoldenCase golden, Actual actual) {}

        @GoldenSet("file:golden.jsonl")
        @ReferenceScore(value = ExactMatch.class, recordOnly = true)
        @NoRegression
        void nothingToPass(GoldenCase golden, Actual actual) {}
    }

    @Test
    void withoutABaselineNothingIsDecidedAndItSaysHowToRecordOne() {
        EvalModule module = EvalModule.in(folder).goldenOf(60).answersNoTo("case-1");

        EvalTestKit.EvalRun run = module.run(YesTestCases.class);

        assertThat(run.verdicts()).isEmpty();
        assertThat(status(module)).isEqualTo("NOT_DECIDED");
        assertThat(reason(module))
                .isEqualTo(
                        "there is no baseline to compare with: record one with -Djunit.llm.baseline=update, and commit src/test/llm-baselines/%s.answers.json"
                                .formatted(YesTestCases.class.getName()));
        assertThat(run.statuses()).containsEntry("case-1", "ABORTED");
    }

    @Test
    void withoutABaselineItIsAnErrorOnCi() {
        EvalModule module = EvalModule.in(folder).goldenOf(60).set("junit.llm.ci", true);

        assertThat(module.run(YesTestCases.class).verdict())
                .contains("ERROR @NoRegression: there is no baseline to compare with")
                .contains("CI is set, where a missing baseline is an error");
    }

    @Test
    void failsWithTheCasesThatFailNewlyAndTheirAnswersThenAndNow() {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        module.run(YesTestCases.class, UPDATE);
        module.answers(Map.of("case-3", "no", "case-7", "never\u202e", "case-8", "no", "case-9", "no"));

        String verdict = module.run(YesTestCases.class).verdict();

        assertThat(verdict).startsWith("""
                NoRegressionTest.YesTestCases.answers: FAIL (file:golden.jsonl)
                  FAIL @NoRegression: the pass rate over 60 cases is 0.933, and was 1 in the baseline: a drop of 0.067, \
                more than the allowed 0.05, and shown to be a drop (change between -0.14 and -0.021, each at 95 %, Tango; \
                exact McNemar p 0.062)""").contains("""
                    newly failing (4):
                      case-3
                        was: yes
                        now: no
                      case-7
                        was: yes
                        now: never\\u202e
                """.indent(0));
        assertThat(named(module, "newly failing")).containsExactly("case-3", "case-7", "case-8", "case-9");
        assertThat(module.summary()).contains("""
                  - newly failing (4): case-3, case-7, case-8, case-9
                    - case-3 was: yes<br>now: no
                    - case-7 was: yes<br>now: never\\\\u202e
                """.indent(0));
    }

    @Test
    void passesWhereEnoughCasesAreUnchanged() {
        EvalModule module = EvalModule.in(folder).goldenOf(52);
        module.run(StrictTestCases.class, UPDATE);

        assertThat(module.run(StrictTestCases.class).verdicts()).isEmpty();

        assertThat(status(module)).isEqualTo("PASS");
        assertThat(reason(module)).contains("no change, within the allowed drop of 0.05");
        assertThat(module.verdict().at("/lists")).isEmpty();
    }

    @Test
    void tooFewUnchangedCasesAreInconclusiveAndOnlyWarnUnlessAskedToFail() {
        EvalModule module = EvalModule.in(folder).goldenOf(51);
        module.run(YesTestCases.class, UPDATE);
        module.run(StrictTestCases.class, UPDATE);

        assertThat(module.run(YesTestCases.class).verdicts()).isEmpty();
        assertThat(status(module)).isEqualTo("INCONCLUSIVE");
        assertThat(module.run(StrictTestCases.class).verdict())
                .contains("INCONCLUSIVE @NoRegression(inconclusive = FAIL): ")
                .contains("no change, not shown to be within the allowed drop of 0.05");
    }

    @Test
    void aDropThatIsProvedAndAllowedPassesAndIsNamed() {
        EvalModule module = EvalModule.in(folder).goldenOf(400);
        module.run(YesTestCases.class, UPDATE);

        module.answersNoTo("case-1", "case-2", "case-3", "case-4", "case-5", "case-6")
                .run(YesTestCases.class);

        assertThat(status(module)).isEqualTo("PASS");
        assertThat(reason(module)).contains("a drop of 0.015, worse, within the allowed drop of 0.05");
        assertThat(named(module, "newly failing")).hasSize(6);
    }

    @Test
    void casesThatAreGoneFailTheGateUnlessAllowed() {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        module.run(YesTestCases.class, UPDATE);
        module.run(MissingAllowedTestCases.class, UPDATE);
        module.goldenOf(59);

        assertThat(module.run(YesTestCases.class).verdict())
                .contains(
                        "FAIL @NoRegression: 1 case of the baseline is gone from the golden set: where that is meant, record a new baseline with -Djunit.llm.baseline=update, or set allowMissing = true. the pass rate over 59 cases is 1");
        assertThat(named(module, "gone from the golden set")).containsExactly("case-60");
        assertThat(module.run(MissingAllowedTestCases.class).verdicts()).isEmpty();
        assertThat(named(module, "gone from the golden set")).containsExactly("case-60");
    }

    @Test
    void newAndChangedCasesAreListedAndNotCompared() {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        module.run(YesTestCases.class, UPDATE);
        Map<String, String> golden = yes(61);
        golden.put("case-2", "si");
        module.golden(golden).answersNoTo("case-2", "case-61");

        assertThat(module.run(YesTestCases.class).verdicts()).isEmpty();

        assertThat(status(module)).isEqualTo("PASS");
        assertThat(reason(module)).contains("over 59 cases");
        assertThat(named(module, "other content, so not compared")).containsExactly("case-2");
        assertThat(named(module, "new")).containsExactly("case-61");
        assertThat(named(module, "newly failing")).isEmpty();
    }

    @Test
    void moreThanATenthOfOtherContentIsAnError() {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        module.run(YesTestCases.class, UPDATE);
        Map<String, String> golden = yes(60);
        IntStream.rangeClosed(1, 6).forEach(i -> golden.put("case-" + i, "si"));
        module.golden(golden).run(YesTestCases.class);
        assertThat(status(module)).isEqualTo("PASS");
        golden.put("case-7", "si");

        assertThat(module.golden(golden).run(YesTestCases.class).verdict())
                .contains("ERROR @NoRegression: 7 of 60 cases have other content than in the baseline")
                .contains("-Djunit.llm.baseline=update");
    }

    @Test
    void aFilteredRunComparesTheSelectedCases() {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        module.run(YesTestCases.class, UPDATE);

        module.answersNoTo("case-2").run(YesTestCases.class, "junit.llm.cases", "case-1*");

        assertThat(reason(module)).contains("over 11 cases is 1, and was 1");
        assertThat(module.verdict().at("/lists")).isEmpty();
    }

    @Test
    void errorsAreNotComparedAndAPassThatHangsOnThemSaysSo() {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        module.run(MissingAllowedTestCases.class, UPDATE);

        module.answersWithErrorTo("case-1", "case-2", "case-3", "case-4").run(MissingAllowedTestCases.class);

        assertThat(status(module)).isEqualTo("PASS");
        assertThat(reason(module))
                .contains("over 56 cases")
                .contains("This pass hangs on the 4 errors: counted as failures, they would be too large a drop");
        assertThat(named(module, "ended in an error")).containsExactly("case-1", "case-2", "case-3", "case-4");
    }

    @Test
    void saysWhatHasChangedSinceTheBaseline() {
        EvalModule module = EvalModule.in(folder)
                .goldenOf(60)
                .set("junit.llm.application-version", "1.0")
                .set("junit.llm.prompt-version", "v1");
        module.run(YesTestCases.class, UPDATE);
        module.set("junit.llm.prompt-version", "v2").answersNoTo("case-1", "case-2", "case-3", "case-4");

        assertThat(module.run(YesTestCases.class).verdict()).contains(". Changed since the baseline: prompt v1 → v2\n");
    }

    @Test
    void comparesMeansOfAScoreThatIsOnlyRecorded() {
        EvalModule module = EvalModule.in(folder).golden(numbers(60)).answers(Map.of());
        module.run(MeanTestCases.class, UPDATE);
        module.run(MeanTestCases.class);
        assertThat(status(module)).isEqualTo("INCONCLUSIVE");

        String verdict = module.answers(half(20)).run(MeanTestCases.class).verdict();

        assertThat(verdict)
                .contains(
                        "the mean of token-f1 over 60 cases is 0.889, and was 1 in the baseline: a drop of 0.111, more than the allowed 0.03")
                .contains("sign-flip")
                .contains("lower token-f1 (20):\n      case-1: 0.667, was 1\n        was: one two\n        now: one\n");
        assertThat(module.answers(Map.of()).run(MeanTestCases.class).verdicts()).isEmpty();
    }

    @Test
    void comparesHowOftenANamedBarIsReachedOrItsMean() {
        EvalModule module = EvalModule.in(folder).golden(numbers(60)).answers(Map.of());
        module.run(NamedBarTestCases.class, UPDATE);

        String verdict = module.answers(half(20)).run(NamedBarTestCases.class).verdict();

        assertThat(verdict)
                .contains("PASS @NoRegression(of = \"token-f1\"): the pass rate of token-f1 over 60 cases is 1")
                .contains(
                        "FAIL @NoRegression(of = \"token-f1\", mean = true): the mean of token-f1 over 60 cases is 0.889");
    }

    @Test
    void samplesOfACaseCountAsOneCase() {
        EvalModule module = EvalModule.in(folder).goldenOf(60);
        module.run(SampledTestCases.class, UPDATE);

        module.run(SampledTestCases.class);

        assertThat(reason(module)).contains("the pass rate over 60 cases is 0.5, and was 0.5");
        assertThat(module.verdict().at("/lists")).isEmpty();
    }

    @Test
    void whatIsWrongWithTheAnnotationFailsBeforeTheFirstCase() {
        EvalTestKit.EvalRun run = EvalModule.in(folder).goldenOf(2).run(WrongTestCases.class);

        assertThat(run.statuses()).isEmpty();
        assertThat(run.verdicts().stream().map(Throwable::getMessage))
                .anyMatch(message -> message.contains("maxDrop = 0.0: it must lie above 0 and below 1"))
                .anyMatch(message -> message.contains("confidence = 95.0: it must be at least 0.5 and below 1"))
                .anyMatch(message -> message.contains("of = \"token-f1\" is no score of the method"))
                .anyMatch(message -> message.contains("mean = true needs the name of a score"))
                .anyMatch(message -> message.contains("every score of the method is recordOnly"))
                .hasSize(5);
    }

    private static Map<String, String> yes(int cases) {
        Map<String, String> golden = new LinkedHashMap<>();
        IntStream.rangeClosed(1, cases).forEach(i -> golden.put("case-" + i, "yes"));
        return golden;
    }

    private static Map<String, String> numbers(int cases) {
        Map<String, String> golden = yes(cases);
        golden.replaceAll((id, answer) -> "one two");
        return golden;
    }

    /** Half of the words for so many cases: a token F1 of 2/3. */
    private static Map<String, String> half(int cases) {
        Map<String, String> answers = yes(cases);
        answers.replaceAll((id, answer) -> "one");
        return answers;
    }

    private static String status(EvalModule module) {
        return module.verdicts().get(0).at("/status").asText();
    }

    private static String reason(EvalModule module) {
        return module.verdicts().get(0).at("/reason").asText();
    }

    private static List<String> named(EvalModule module, String title) {
        return StreamSupport.stream(module.verdicts().get(0).at("/lists").spliterator(), false)
                .filter(list -> list.at("/title").asText().equals(title))
                .flatMap(list -> StreamSupport.stream(list.at("/cases").spliterator(), false))
                .map((JsonNode entry) -> entry.at("/case").asText())
                .toList();
    }
}
