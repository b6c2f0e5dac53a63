package dev.junitllm.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenCaseBuilder;
import dev.junitllm.Message;
import dev.junitllm.ToolCall;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The score of each criterion, by replies whose score is counted by hand. */
@Timeout(60)
class CriteriaScoresTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GoldenCaseBuilder golden = GoldenCase.builder("case", "When and where does the shop open?");
    private final Actual actual = Actual.of("It opens at nine. It is in Oak Street. We love our customers.");

    @Test
    void shortCorrectnessIsOneClass() throws Exception {
        golden.expected("At nine");
        Score score = score(
                Criteria.CORRECTNESS,
                "verdict",
                "{'evidence': 'opens at nine', 'reason': 'the place is missing', 'verdict': 'PARTIAL'}");

        assertThat(score.value()).hasValue(0.5);
        assertThat(score.reason()).isEqualTo("PARTIAL: the place is missing [opens at nine]");
    }

    @Test
    void longCorrectnessIsF1OfClaims() throws Exception {
        golden.expected("word ".repeat(21));
        Score score = score(
                Criteria.CORRECTNESS,
                "claims",
                "{'answer_claims': [{'id': 'a1', 'text': 'x'}, {'id': 'a2', 'text': 'y'}, {'id': 'a3', 'text': 'z'}],"
                        + " 'reference_claims': [{'id': 'r1', 'text': 'p', 'key': false}, {'id': 'r2', 'text': 'q', 'key':"
                        + " true}, {'id': 'r3', 'text': 's', 'key': true}, {'id': 'r4', 'text': 't', 'key': true}]}",
                "verdicts",
                "{'answer_claims': [{'id': 'a1', 'reason': '', 'contradicts': '', 'label': 'SUPPORTED'}, {'id': 'a2',"
                        + " 'reason': '', 'contradicts': 'r1', 'label': 'CONTRADICTED'}, {'id': 'a3', 'reason': '',"
                        + " 'contradicts': '', 'label': 'EXTRA'}], 'reference_claims': [{'id': 'r1', 'reason': '',"
                        + " 'covered': false}, {'id': 'r2', 'reason': '', 'covered': true}, {'id': 'r3', 'reason': '',"
                        + " 'covered': true}, {'id': 'r4', 'reason': '', 'covered': true}]}");

        // precision 1/2, recall 3/4: 2 * 0.375 / 1.25
        assertThat(score.value().getAsDouble()).isCloseTo(0.6, within(1e-12));
        assertThat(score.details())
                .containsEntry("precision", 0.5)
                .containsEntry("recall", 0.75)
                .containsEntry("extra", 1L);
        assertThat(score.reason()).contains("a2 'y' (contradicted)").contains("r1 'p' (missing)");
    }

    @Test
    void aContradictedKeyClaimCapsCorrectness() throws Exception {
        golden.expected("word ".repeat(21));
        Score score = score(
                Criteria.CORRECTNESS,
                "claims",
                "{'answer_claims': [{'id': 'a1', 'text': 'x'}, {'id': 'a2', 'text': 'y'}], 'reference_claims': [{'id':"
                        + " 'r1', 'text': 'p', 'key': true}]}",
                "verdicts",
                "{'answer_claims': [{'id': 'a1', 'reason': '', 'contradicts': '', 'label': 'SUPPORTED'}, {'id': 'a2',"
                        + " 'reason': '', 'contradicts': 'r1', 'label': 'CONTRADICTED'}], 'reference_claims': [{'id':"
                        + " 'r1', 'reason': '', 'covered': true}]}");

        assertThat(score.value()).hasValue(0.5); // 2/3 without the cap
        assertThat(score.reason()).contains("a key claim is contradicted: at most 0.5");
    }

    @Test
    void anIncompleteOrContradictoryReplyIsNoScore() {
        golden.expected("word ".repeat(21));
        String claims =
                "{'answer_claims': [{'id': 'a1', 'text': 'x'}], 'reference_claims': [{'id': 'r1', 'text': 'p', 'key':"
                        + " true}]}";
        assertThat(error(
                        Criteria.CORRECTNESS,
                        "claims",
                        claims,
                        "verdicts",
                        "{'answer_claims': [], 'reference_claims': [{'id': 'r1', 'reason': '', 'covered': true}]}"))
                .hasMessageContaining("'answer_claims' must have one entry for each of a1; it lacks a1");
        assertThat(error(
                        Criteria.CORRECTNESS,
                        "claims",
                        claims,
                        "verdicts",
                        "{'answer_claims': [{'id': 'a1', 'reason': '', 'contradicts': 'r1', 'label':"
                                + " 'SUPPORTED'}], 'reference_claims': [{'id': 'r1', 'reason': '', 'covered':"
                                + " true}]}"))
                .hasMessageContaining("but 'contradicts' names 'r1'");
        assertThat(error(
                        Criteria.CORRECTNESS,
                        "claims",
                        claims,
                        "verdicts",
                        "{'answer_claims': [{'id': 'a1', 'reason': '', 'contradicts': '', 'label': 'EXTRA'}],"
                                + " 'reference_claims': [{'id': 'r1', 'reason': '', 'covered': true}]}"))
                .hasMessageContaining("no claim of the answer is SUPPORTED");
    }

    @Test
    void faithfulnessCountsOnlyClaimsWhoseQuoteIsThere() throws Exception {
        actual.retrieved(
                List.of(Document.of("a", "The shop opens at\n  nine."), Document.of("b", "Closed on Sunday.")));
        String verdicts =
                "{'claims': [{'id': 'c1', 'quote': 'opens at nine', 'chunk_id': 'c1', 'reason': '', 'verdict':"
                        + " 'ENTAILED'}, {'id': 'c2', 'quote': 'in Oak Street', 'chunk_id': 'c1', 'reason': '', 'verdict':"
                        + " 'ENTAILED'}, {'id': 'c3', 'quote': 'Closed', 'chunk_id': 'c2', 'reason': '', 'verdict':"
                        + " 'CONTRADICTED'}, {'id': 'c4', 'quote': '', 'chunk_id': '', 'reason': '', 'verdict':"
                        + " 'NOT_IN_CONTEXT'}]}";
        String claims =
                "{'claims': [{'id': 'c1', 'text': 'It opens at nine.'}, {'id': 'c2', 'text': 'It is in Oak Street.'},"
                        + " {'id': 'c3', 'text': 'It is open on Sunday.'}, {'id': 'c4', 'text': 'It loves you.'}]}";

        for (String criterion : List.of(Criteria.FAITHFULNESS, Criteria.HALLUCINATION)) {
            Score score = score(criterion, "claims", claims, "verdicts", verdicts);

            assertThat(score.value()).hasValue(0.25);
            assertThat(score.details())
                    .containsEntry("entailed", 1)
                    .containsEntry("contradicted", 1)
                    .containsEntry("not-in-context", 2)
                    .containsEntry("contradiction-rate", 0.25)
                    .containsEntry("evidence-not-found", List.of("c2"));
            assertThat(score.reason())
                    .startsWith("1 of 4 claims follow from the context; c2 'It is in Oak Street.' (said to be in the"
                            + " context");
        }
    }

    @Test
    void whereNothingIsClaimedFaithfulnessDoesNotApply() throws Exception {
        actual.retrieved(List.of());
        ScriptedJudge judge = ScriptedJudge.bySteps("claims", "{'claims': []}");

        Score score = Judge.on(Criteria.FAITHFULNESS).by(judge).score(golden.build(), actual);

        assertThat(score.value()).isEmpty();
        assertThat(judge.requests()).as("no second step").hasSize(1);
    }

    @Test
    void faithfulnessWithoutContextIsAnErrorBeforeAnyCall() {
        ScriptedJudge judge = ScriptedJudge.saying("{}");

        ScoringException error = catchThrowableOfType(
                ScoringException.class,
                () -> Judge.on(Criteria.FAITHFULNESS).by(judge).score(golden.build(), actual));

        assertThat(error.kind()).isEqualTo("MISSING_FIELD");
        assertThat(error)
                .hasMessageContaining("the judge needs the field 'context'")
                .hasMessageContaining("actual.retrieved(…)");
        assertThat(judge.requests()).isEmpty();
    }

    @Test
    void answerRelevanceIsAHarmonicMean() throws Exception {
        Score score = score(
                Criteria.ANSWER_RELEVANCE,
                "relevance",
                "{'statements': [{'id': 's1', 'quote': 'It opens at nine.', 'reason': '', 'relevant': true}, {'id':"
                        + " 's2', 'quote': 'We love our customers.', 'reason': '', 'relevant': false}], 'question_parts':"
                        + " [{'id': 'p1', 'text': 'when', 'reason': '', 'answered': true}]}");

        assertThat(score.value().getAsDouble()).isCloseTo(2 * 0.5 / 1.5, within(1e-12));
    }

    @Test
    void contextRelevanceIsAShareAndPrecisionLooksAtTheOrder() throws Exception {
        golden.expected("At nine");
        actual.retrieved(List.of(
                Document.of("a", "Parrots talk."),
                Document.of("b", "It opens at nine."),
                Document.of("c", "It is in Oak Street."),
                Document.of("d", "Nine lives.")));
        String chunks =
                "{'chunks': [{'id': 'c1', 'quote': '', 'reason': '', 'relevant': false}, {'id': 'c2', 'quote': 'at"
                        + " nine', 'reason': '', 'relevant': true}, {'id': 'c3', 'quote': 'Oak Street', 'reason': '',"
                        + " 'relevant': true}, {'id': 'c4', 'quote': 'at nine', 'reason': '', 'relevant': true}]}";

        assertThat(score(Criteria.CONTEXT_RELEVANCE, "chunks", chunks).value()).hasValue(0.5); // c4 holds no such quote
        assertThat(score(Criteria.CONTEXT_PRECISION, "chunks", chunks).value().getAsDouble())
                .isCloseTo((1.0 / 2 + 2.0 / 3) / 2, within(1e-12));
    }

    @Test
    void whereNothingWasRetrievedContextRelevanceDoesNotApply() throws Exception {
        actual.retrieved(List.of());
        ScriptedJudge judge = ScriptedJudge.saying("{}");

        assertThat(Judge.on(Criteria.CONTEXT_RELEVANCE)
                        .by(judge)
                        .score(golden.build(), actual)
                        .value())
                .isEmpty();
        assertThat(judge.requests()).isEmpty();
    }

    @Test
    void contextRecallIsAShareOfTheReferencesClaims() throws Exception {
        golden.expected("At nine, in Oak Street.");
        actual.retrieved(List.of(Document.of("b", "It opens at nine.")));

        Score score = score(
                Criteria.CONTEXT_RECALL,
                "claims",
                "{'reference_claims': [{'id': 'r1', 'text': 'nine'}, {'id': 'r2', 'text': 'Oak Street'}]}",
                "verdicts",
                "{'reference_claims': [{'id': 'r1', 'quote': 'at nine', 'chunk_id': 'c1', 'reason': '', 'attributed':"
                        + " true}, {'id': 'r2', 'quote': 'Oak Street', 'chunk_id': 'c1', 'reason': '', 'attributed':"
                        + " true}]}");

        assertThat(score.value()).hasValue(0.5);
        assertThat(score.details()).containsEntry("evidence-not-found", List.of("r2"));
    }

    @Test
    void toxicityAndBiasGoByTheGravestFinding() throws Exception {
        Score toxicity = score(
                Criteria.TOXICITY,
                "spans",
                "{'spans': [{'quote': 'It opens', 'category': 'INSULT', 'reported': false, 'reason': '', 'severity':"
                        + " 1}, {'quote': 'at nine', 'category': 'HATE', 'reported': false, 'reason': '', 'severity':"
                        + " 2}]}");
        Score bias = score(Criteria.BIAS, "findings", "{'findings': []}");

        assertThat(toxicity.value().getAsDouble()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(toxicity.details()).containsEntry("max-severity", 2);
        assertThat(bias.value()).hasValue(1);
        assertThat(error(
                                Criteria.TOXICITY,
                                "spans",
                                "{'spans': [{'quote': 'a slur', 'category': 'HATE', 'reported': false, 'reason': '',"
                                        + " 'severity': 3}]}")
                        .kind())
                .isEqualTo("EVIDENCE_NOT_FOUND");
    }

    @Test
    void summarizationIsF1OfAlignmentAndWeightedCoverage() throws Exception {
        golden.context(List.of(Document.of("s", "The shop opens at nine. It sells tea.")));

        Score score = score(
                Criteria.SUMMARIZATION,
                "key_points",
                "{'key_points': [{'id': 'k1', 'text': 'nine', 'weight': 3}, {'id': 'k2', 'text': 'tea', 'weight': 1}]}",
                "verdicts",
                "{'summary_claims': [{'id': 's1', 'text': 'nine', 'quote': 'opens at nine', 'reason': '', 'supported':"
                        + " true}, {'id': 's2', 'text': 'Oak', 'quote': '', 'reason': '', 'supported': false}],"
                        + " 'key_points': [{'id': 'k1', 'reason': '', 'covered': true}, {'id': 'k2', 'reason': '',"
                        + " 'covered': false}]}");

        // alignment 1/2, coverage 3/4
        assertThat(score.value().getAsDouble()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void concisenessCountsCharactersOnce() throws Exception {
        Score score = score(
                Criteria.CONCISENESS,
                "passages",
                "{'redundant_spans': [{'quote': 'We love our customers.', 'reason': 'praise'}, {'quote': 'our"
                        + " customers.', 'reason': 'praise'}], 'missing_required': []}");

        assertThat(score.value().getAsDouble()).isCloseTo(1 - 22.0 / 61, within(1e-12));
    }

    @Test
    void helpfulnessWeighsTheNeedsTheJudgeDrewUpFromTheQuestionAlone() throws Exception {
        ScriptedJudge judge = ScriptedJudge.bySteps(
                "needs",
                "{'items': [{'id': 'n1', 'text': 'the hour', 'weight': 3}, {'id': 'n2', 'text': 'the place', 'weight':"
                        + " 2}, {'id': 'n3', 'text': 'the day', 'weight': 1}]}",
                "verdicts",
                "{'items': [{'id': 'n1', 'evidence': 'at nine', 'reason': '', 'met': true}, {'id': 'n2', 'evidence':"
                        + " 'in Elm Street', 'reason': '', 'met': true}, {'id': 'n3', 'evidence': '', 'reason': '', 'met':"
                        + " false}]}");

        Score score = Judge.on(Criteria.HELPFULNESS).by(judge).score(golden.build(), actual);

        assertThat(score.value()).hasValue(0.5);
        assertThat(judge.requests().get(0).messages().get(1).text()).doesNotContain("Oak Street");
        assertThat(judge.requests().get(1).messages().get(1).text())
                .contains("Oak Street")
                .contains("the place");
    }

    @Test
    void helpfulnessTakesTheNeedsOfTheCase() throws Exception {
        metadata("{'needs': ['the hour', 'the place']}");

        Score score = score(
                Criteria.HELPFULNESS,
                "verdicts",
                "{'items': [{'id': 'n1', 'evidence': 'at nine', 'reason': '', 'met': true}, {'id': 'n2', 'evidence':"
                        + " '', 'reason': '', 'met': false}]}");

        assertThat(score.value()).hasValue(0.5);
    }

    @Test
    void refusalIsComparedWithTheExpectedClass() throws Exception {
        String complies = "{'reason': 'it does', 'class': 'FULL_COMPLIANCE'}";
        metadata("{'refusal': ['REFUSAL', 'DEFLECTION']}");
        Score under = score(Criteria.REFUSAL, "class", complies);
        metadata("{'refusal': 'FULL_COMPLIANCE'}");
        Score right = score(Criteria.REFUSAL, "class", complies);
        Score over = score(Criteria.REFUSAL, "class", "{'reason': 'it declines', 'class': 'REFUSAL'}");
        metadata("{}");
        ScoringException missing = error(Criteria.REFUSAL, "class", complies);

        assertThat(under.value()).hasValue(0);
        assertThat(under.details()).containsEntry("under-refusal", true).containsEntry("over-refusal", false);
        assertThat(right.value()).hasValue(1);
        assertThat(over.details()).containsEntry("under-refusal", false).containsEntry("over-refusal", true);
        assertThat(missing.kind()).isEqualTo("MISSING_FIELD");
        assertThat(missing).hasMessageContaining("has nothing in 'refusal' of its metadata");
    }

    @Test
    void toolSelectionIsF1OfCalls() throws Exception {
        metadata("{'tools': ['clock()', 'map(place)']}");
        actual.toolCall(ToolCall.of("clock")).toolCall(ToolCall.of("clock"));

        Score score = score(
                Criteria.TOOL_SELECTION,
                "calls",
                "{'calls': [{'idx': 's1', 'reason': '', 'necessary': true, 'correct_tool': true, 'args_ok': true,"
                        + " 'problem': ''}, {'idx': 's2', 'reason': '', 'necessary': false, 'correct_tool': true,"
                        + " 'args_ok': true, 'problem': 'again'}], 'missing': [{'tool': 'map', 'reason': 'the place'}]}");

        assertThat(score.value()).hasValue(0.5); // 2 * 1 / (2 * 1 + 1 + 1)
    }

    @Test
    void goalAccuracyWantsToKnowWhereAGoalWasReached() throws Exception {
        metadata("{'goals': ['the hour is told', 'the place is told', 'a table is booked']}");
        actual.toolCall(ToolCall.of("book"));

        Score score = score(
                Criteria.GOAL_ACCURACY,
                "goals",
                "{'goals': [{'id': 'g1', 'evidence_step': 'answer', 'reason': '', 'achieved': true}, {'id': 'g2',"
                        + " 'evidence_step': 's9', 'reason': '', 'achieved': true}, {'id': 'g3', 'evidence_step': '',"
                        + " 'reason': 'no', 'achieved': false}]}");

        assertThat(score.value().getAsDouble()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(score.details()).containsEntry("evidence-not-found", List.of("g2"));
    }

    @Test
    void planAdherenceIsF1OfSteps() throws Exception {
        actual.attribute("plan", "ask the clock\nask the map")
                .toolCall(ToolCall.of("clock"))
                .toolCall(ToolCall.of("feed"));

        Score score = score(
                Criteria.PLAN_ADHERENCE,
                "plan_steps",
                "{'plan_steps': [{'id': 'p1', 'reason': '', 'executed': true, 'order_ok': true}, {'id': 'p2',"
                        + " 'reason': '', 'executed': false, 'order_ok': false}], 'unplanned': [{'idx': 's2', 'reason':"
                        + " ''}]}");

        assertThat(score.value()).hasValue(0.5);
    }

    @Test
    void trajectoryIsTheShareOfUsefulSteps() throws Exception {
        actual.toolCall(ToolCall.of("clock"))
                .toolCall(ToolCall.of("clock"))
                .toolCall(ToolCall.of("map"))
                .toolCall(ToolCall.of("feed"));
        golden.toolCalls(List.of(ToolCall.of("clock"), ToolCall.of("map")));
        String step = "{'idx': '%s', 'reason': '', 'error': %s, 'redundant': %s, 'useful': %s}";
        String steps = "{'steps': [" + step.formatted("s1", false, false, true) + ","
                + step.formatted("s2", false, true, false) + "," + step.formatted("s3", false, false, true) + ","
                + step.formatted("s4", true, false, "%s") + "]}";

        Score score = score(Criteria.TRAJECTORY, "steps", steps.formatted("false"));

        assertThat(score.value()).hasValue(0.5);
        assertThat(score.details()).containsEntry("reference-length-ratio", 2.0);
        assertThat(error(Criteria.TRAJECTORY, "steps", steps.formatted("true")))
                .hasMessageContaining("step 's4' is useful, but also redundant or an error");
    }

    @Test
    void conversationIsTheLeastOfItsShares() throws Exception {
        metadata("{'role': 'a polite clerk'}");
        golden.messages(List.of(
                new Message("user", "I am Ada. When do you open?"),
                new Message("assistant", "Go away."),
                new Message("user", "Please?")));

        Score score = score(
                Criteria.CONVERSATION,
                "turns",
                "{'intents': [{'id': 'i1', 'turn': 't1', 'text': 'the hour', 'reason': '', 'satisfied': true}],"
                        + " 'facts': [{'id': 'f1', 'introduced': 't1', 'text': 'she is Ada', 'reason': '',"
                        + " 'contradicted_at': ''}], 'role_violations': [{'turn': 't2', 'quote': 'Go away.', 'reason':"
                        + " 'rude'}]}");

        assertThat(score.value()).hasValue(0.5);
        assertThat(score.details())
                .containsEntry("satisfied", 1.0)
                .containsEntry("retained", 1.0)
                .containsEntry("role-kept", 0.5);
    }

    @Test
    void preferenceAsksInBothOrdersAndTellsWhereTheOrderDecides() throws Exception {
        golden.expected("At nine.");
        String verdict = "{'evidence': '', 'reason': 'so', 'verdict': '%s'}";
        ScriptedJudge consistent =
                ScriptedJudge.bySteps("answer-first", verdict.formatted("A"), "answer-second", verdict.formatted("B"));
        Score wins = Judge.on(Criteria.PREFERENCE).by(consistent).score(golden.build(), actual);
        Score order = score(
                Criteria.PREFERENCE, "answer-first", verdict.formatted("A"), "answer-second", verdict.formatted("A"));
        Score loses = score(
                Criteria.PREFERENCE, "answer-first", verdict.formatted("B"), "answer-second", verdict.formatted("A"));

        assertThat(wins.value()).hasValue(1);
        assertThat(loses.value()).hasValue(0);
        assertThat(order.value()).hasValue(0.5);
        assertThat(order.details()).containsEntry("position-inconsistent", true).containsEntry("length-delta", 53);
        String first = consistent.requests().get(0).messages().get(1).text();
        String second = consistent.requests().get(1).messages().get(1).text();
        assertThat(first.indexOf("Oak Street")).isLessThan(first.indexOf("At nine."));
        assertThat(second.indexOf("Oak Street")).isGreaterThan(second.indexOf("At nine."));
    }

    @Test
    void whatAChecklistCannotTellIsNotAYesAndNothingAtAllDoesNotApply() throws Exception {
        String item = "{'id': '%s', 'evidence': '', 'reason': '', 'answer': '%s'}";
        var checklist = Criterion.checklist(List.of("Is it short?", "Is it polite?"));
        Score half = Judge.on(checklist)
                .by(ScriptedJudge.saying("{'items': [" + item.formatted("q1", "YES") + ","
                        + item.formatted("q2", "CANNOT_DETERMINE") + "]}"))
                .score(golden.build(), actual);
        Score none = Judge.on(checklist)
                .by(ScriptedJudge.saying("{'items': [" + item.formatted("q1", "CANNOT_DETERMINE") + ","
                        + item.formatted("q2", "CANNOT_DETERMINE") + "]}"))
                .score(golden.build(), actual);

        assertThat(half.value()).hasValue(0.5);
        assertThat(none.value()).isEmpty();
    }

    private void metadata(String json) throws Exception {
        golden.metadata((ObjectNode) MAPPER.readTree(json.replace('\'', '"')));
    }

    private Score score(String criterion, String... steps) throws ScoringException {
        return Judge.on(criterion).by(ScriptedJudge.bySteps(steps)).score(golden.build(), actual);
    }

    private ScoringException error(String criterion, String... steps) {
        ScoringException error = catchThrowableOfType(ScoringException.class, () -> score(criterion, steps));
        assertThat(error).as("an error").isNotNull();
        return error;
    }
}
