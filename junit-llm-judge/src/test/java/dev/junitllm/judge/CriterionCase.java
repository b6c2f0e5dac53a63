package dev.junitllm.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.Message;
import dev.junitllm.ToolCall;
import dev.junitllm.judge.criteria.Criteria;
import dev.junitllm.judge.criteria.Criterion;
import dev.junitllm.judge.criteria.OwnCriterion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A case for each criterion that a good judge finds bad, with what it says, and what a judge says that was talked round.
 *
 * @param criterion what is judged by
 * @param golden the case
 * @param actual what a bad application did, with a text of its choice in it
 * @param honest what a good judge says to each step
 * @param score what comes of that
 * @param obedient what a judge says that does as it is told by the data
 */
record CriterionCase(
        Criterion criterion,
        GoldenCase golden,
        Function<String, Actual> actual,
        Map<String, String> honest,
        double score,
        Map<String, String> obedient) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String QUESTION = "When does the office open?";
    private static final String REFERENCE = "It opens at nine.";
    private static final String LONG_REFERENCE =
            "The office opens at nine in the morning from Monday to Friday, and on Saturdays it stays closed to all"
                    + " visitors and staff.";
    private static final String BAD = "The office opens at six.";

    @Override
    public String toString() {
        return criterion.name();
    }

    static Stream<CriterionCase> all() {
        return Stream.of(
                answer(
                        Criteria.CORRECTNESS,
                        Map.of(
                                "verdict",
                                "{'evidence': 'at six', 'reason': 'six is not nine', 'verdict': 'INCORRECT'}"),
                        0,
                        Map.of("verdict", "{'evidence': 'opens', 'reason': 'fine', 'verdict': 'CORRECT'}")),
                longCorrectness(),
                claims(Criteria.FAITHFULNESS),
                claims(Criteria.HALLUCINATION),
                answer(
                        Criteria.ANSWER_RELEVANCE,
                        Map.of("relevance", relevance(false)),
                        0,
                        Map.of("relevance", relevance(true))),
                retrieved(Criteria.CONTEXT_RELEVANCE),
                retrieved(Criteria.CONTEXT_PRECISION),
                contextRecall(),
                answer(
                        Criteria.TOXICITY,
                        Map.of(
                                "spans",
                                "{'spans': [{'quote': 'at six', 'category': 'INSULT', 'reported': false, 'reason':"
                                        + " 'rude', 'severity': 3}]}"),
                        0,
                        Map.of("spans", "{'spans': []}")),
                answer(
                        Criteria.BIAS,
                        Map.of(
                                "findings",
                                "{'findings': [{'quote': 'at six', 'attribute': 'AGE', 'type': 'STEREOTYPE', 'reason':"
                                        + " 'so', 'severity': 3}]}"),
                        0,
                        Map.of("findings", "{'findings': []}")),
                answer(
                        Criteria.SUMMARIZATION,
                        Map.of(
                                "key_points",
                                "{'key_points': [{'id': 'k1', 'text': 'Nine.', 'weight': 3}]}",
                                "verdicts",
                                summary(false)),
                        0,
                        Map.of(
                                "key_points",
                                "{'key_points': [{'id': 'k1', 'text': 'Nine.', 'weight': 3}]}",
                                "verdicts",
                                summary(true))),
                answer(
                        Criteria.CONCISENESS,
                        Map.of(
                                "passages",
                                "{'redundant_spans': [], 'missing_required': [{'text': 'the hour', 'reason': 'not"
                                        + " said'}]}"),
                        0,
                        Map.of("passages", "{'redundant_spans': [], 'missing_required': []}")),
                answer(
                        Criteria.COHERENCE,
                        Map.of("level", "{'issues': [], 'reason': 'fragments', 'score': 1}"),
                        0,
                        Map.of("level", "{'issues': [], 'reason': 'clear', 'score': 5}")),
                answer(
                        Criteria.HELPFULNESS,
                        Map.of(
                                "needs",
                                "{'items': [{'id': 'n1', 'text': 'the hour', 'weight': 3}]}",
                                "verdicts",
                                "{'items': [{'id': 'n1', 'evidence': '', 'reason': 'wrong', 'met': false}]}"),
                        0,
                        Map.of(
                                "needs",
                                "{'items': [{'id': 'n1', 'text': 'the hour', 'weight': 3}]}",
                                "verdicts",
                                "{'items': [{'id': 'n1', 'evidence': 'opens', 'reason': 'said', 'met': true}]}")),
                answer(
                        Criteria.REFUSAL,
                        Map.of("class", "{'reason': 'it does it', 'class': 'FULL_COMPLIANCE'}"),
                        0,
                        Map.of("class", "{'reason': 'it declines', 'class': 'REFUSAL'}")),
                answer(
                        Criteria.CODE_READABILITY,
                        Map.of("items", readability(false)),
                        0,
                        Map.of("items", readability(true))),
                steps(
                        Criteria.TOOL_SELECTION,
                        Map.of(
                                "calls",
                                "{'calls': [{'idx': 's1', 'reason': 'no', 'necessary': false, 'correct_tool': false,"
                                        + " 'args_ok': false, 'problem': 'wrong tool'}], 'missing': []}"),
                        Map.of(
                                "calls",
                                "{'calls': [{'idx': 's1', 'reason': 'yes', 'necessary': true, 'correct_tool': true,"
                                        + " 'args_ok': true, 'problem': ''}], 'missing': []}")),
                answer(
                        Criteria.GOAL_ACCURACY,
                        Map.of(
                                "goals",
                                "{'goals': [{'id': 'g1', 'evidence_step': '', 'reason': 'no', 'achieved': false}]}"),
                        0,
                        Map.of(
                                "goals",
                                "{'goals': [{'id': 'g1', 'evidence_step': 'answer', 'reason': 'yes', 'achieved':"
                                        + " true}]}")),
                steps(
                        Criteria.PLAN_ADHERENCE,
                        Map.of(
                                "plan_steps",
                                "{'plan_steps': [{'id': 'p1', 'reason': 'no', 'executed': false, 'order_ok': false}],"
                                        + " 'unplanned': [{'idx': 's1', 'reason': 'not planned'}]}"),
                        Map.of(
                                "plan_steps",
                                "{'plan_steps': [{'id': 'p1', 'reason': 'yes', 'executed': true, 'order_ok': true}],"
                                        + " 'unplanned': []}")),
                steps(
                        Criteria.TRAJECTORY,
                        Map.of(
                                "steps",
                                "{'steps': [{'idx': 's1', 'reason': 'no', 'error': true, 'redundant': false, 'useful':"
                                        + " false}]}"),
                        Map.of(
                                "steps",
                                "{'steps': [{'idx': 's1', 'reason': 'yes', 'error': false, 'redundant': false,"
                                        + " 'useful': true}]}")),
                answer(
                        Criteria.CONVERSATION,
                        Map.of(
                                "turns",
                                "{'intents': [{'id': 'i1', 'turn': 't1', 'text': 'the hour', 'reason': 'wrong',"
                                        + " 'satisfied': false}], 'facts': [], 'role_violations': []}"),
                        0,
                        Map.of(
                                "turns",
                                "{'intents': [{'id': 'i1', 'turn': 't1', 'text': 'the hour', 'reason': 'said',"
                                        + " 'satisfied': true}], 'facts': [], 'role_violations': []}")),
                answer(
                        Criteria.PREFERENCE,
                        Map.of(
                                "answer-first",
                                "{'evidence': '', 'reason': 'nine is right', 'verdict': 'B'}",
                                "answer-second",
                                "{'evidence': '', 'reason': 'nine is right', 'verdict': 'A'}"),
                        0,
                        Map.of(
                                "answer-first",
                                "{'evidence': '', 'reason': 'fine', 'verdict': 'A'}",
                                "answer-second",
                                "{'evidence': '', 'reason': 'fine', 'verdict': 'B'}")),
                own(
                        Criterion.question("Does the answer say nine?"),
                        Map.of("verdict", "{'evidence': 'at six', 'reason': 'six', 'verdict': 'NO'}"),
                        Map.of("verdict", "{'evidence': '', 'reason': 'fine', 'verdict': 'YES'}")),
                own(
                        Criterion.checklist(List.of("Does it say nine?")),
                        Map.of("items", "{'items': [{'id': 'q1', 'evidence': '', 'reason': 'six', 'answer': 'NO'}]}"),
                        Map.of(
                                "items",
                                "{'items': [{'id': 'q1', 'evidence': '', 'reason': 'fine', 'answer': 'YES'}]}")),
                own(
                        Criterion.rubric("How right is it?", List.of("wrong", "poor", "fair", "good", "right")),
                        Map.of("level", "{'evidence': '', 'reason': 'wrong', 'score': 1}"),
                        Map.of("level", "{'evidence': '', 'reason': 'right', 'score': 5}")),
                own(
                        OwnCriterion.rubricOfCase().build(),
                        Map.of("level", "{'evidence': '', 'reason': 'wrong', 'score': 1}"),
                        Map.of("level", "{'evidence': '', 'reason': 'right', 'score': 5}")));
    }

    private static CriterionCase answer(
            String criterion, Map<String, String> honest, double score, Map<String, String> obedient) {
        return new CriterionCase(
                Criterion.named(criterion),
                golden(REFERENCE),
                text -> Actual.of(BAD + "\n" + text),
                honest,
                score,
                obedient);
    }

    private static CriterionCase own(Criterion criterion, Map<String, String> honest, Map<String, String> obedient) {
        return new CriterionCase(
                criterion, golden(REFERENCE), text -> Actual.of(BAD + "\n" + text), honest, 0, obedient);
    }

    private static CriterionCase longCorrectness() {
        String lists = "{'answer_claims': [{'id': 'a1', 'text': 'It opens at six.'}], 'reference_claims': [{'id': 'r1',"
                + " 'text': 'It opens at nine.', 'key': true}]}";
        return new CriterionCase(
                Criterion.named(Criteria.CORRECTNESS),
                golden(LONG_REFERENCE),
                text -> Actual.of(BAD + "\n" + text),
                Map.of(
                        "claims",
                        lists,
                        "verdicts",
                        "{'answer_claims': [{'id': 'a1', 'reason': 'six', 'contradicts': 'r1', 'label':"
                                + " 'CONTRADICTED'}], 'reference_claims': [{'id': 'r1', 'reason': 'no', 'covered':"
                                + " false}]}"),
                0,
                Map.of(
                        "claims",
                        lists,
                        "verdicts",
                        "{'answer_claims': [{'id': 'a1', 'reason': 'fine', 'contradicts': '', 'label': 'SUPPORTED'}],"
                                + " 'reference_claims': [{'id': 'r1', 'reason': 'yes', 'covered': true}]}"));
    }

    private static CriterionCase claims(String criterion) {
        String verdict =
                "{'claims': [{'id': 'c1', 'quote': 'opens at nine', 'chunk_id': 'c1', 'reason': 'so', 'verdict':"
                        + " '%s'}]}";
        return new CriterionCase(
                Criterion.named(criterion),
                golden(REFERENCE),
                text -> Actual.of(BAD + "\n" + text)
                        .retrieved(List.of(Document.of("hours", "The office opens at nine."))),
                Map.of(
                        "claims",
                        "{'claims': [{'id': 'c1', 'text': 'The office opens at six.'}]}",
                        "verdicts",
                        verdict.formatted("CONTRADICTED")),
                0,
                Map.of(
                        "claims",
                        "{'claims': [{'id': 'c1', 'text': 'The office opens.'}]}",
                        "verdicts",
                        verdict.formatted("ENTAILED")));
    }

    private static CriterionCase retrieved(String criterion) {
        String chunk = "{'chunks': [{'id': 'c1', 'quote': '%s', 'reason': 'so', 'relevant': %s}]}";
        return new CriterionCase(
                Criterion.named(criterion),
                golden(REFERENCE),
                text -> Actual.of(BAD).retrieved(List.of(Document.of("x", "Parrots can talk.\n" + text))),
                Map.of("chunks", chunk.formatted("", "false")),
                0,
                Map.of("chunks", chunk.formatted("Parrots can talk.", "true")));
    }

    private static CriterionCase contextRecall() {
        String claims = "{'reference_claims': [{'id': 'r1', 'text': 'It opens at nine.'}]}";
        String verdict =
                "{'reference_claims': [{'id': 'r1', 'quote': '%s', 'chunk_id': '', 'reason': 'so', 'attributed': %s}]}";
        return new CriterionCase(
                Criterion.named(Criteria.CONTEXT_RECALL),
                golden(REFERENCE),
                text -> Actual.of(BAD).retrieved(List.of(Document.of("x", "Parrots can talk.\n" + text))),
                Map.of("claims", claims, "verdicts", verdict.formatted("", "false")),
                0,
                Map.of("claims", claims, "verdicts", verdict.formatted("Parrots can talk.", "true")));
    }

    private static CriterionCase steps(String criterion, Map<String, String> honest, Map<String, String> obedient) {
        return new CriterionCase(
                Criterion.named(criterion),
                golden(REFERENCE),
                text -> Actual.of("Done.")
                        .toolCall(ToolCall.of("feed", MAPPER.createObjectNode().put("note", text))),
                honest,
                0,
                obedient);
    }

    private static String relevance(boolean is) {
        return "{'statements': [{'id': 's1', 'quote': 'The office opens at six.', 'reason': 'so', 'relevant': %s}], 'question_parts': [{'id': 'p1', 'text': 'the hour', 'reason': 'so', 'answered': %s}]}"
                .formatted(is, is);
    }

    private static String summary(boolean is) {
        return "{'summary_claims': [{'id': 's1', 'text': 'It opens.', 'quote': 'office', 'reason': 'so', 'supported': %s}], 'key_points': [{'id': 'k1', 'reason': 'so', 'covered': %s}]}"
                .formatted(is, is);
    }

    private static String readability(boolean is) {
        return "{'items': [%s]}"
                .formatted(String.join(
                        ", ",
                        Stream.of("naming", "structure", "comments", "dead-code", "complexity")
                                .map(id -> "{'id': '%s', 'evidence': '', 'line': 0, 'reason': 'so', 'pass': %s}"
                                        .formatted(id, is))
                                .toList()));
    }

    private static GoldenCase golden(String reference) {
        try {
            ObjectNode metadata = (ObjectNode) MAPPER.readTree("""
                {"refusal": "REFUSAL", "tools": ["clock()"], "goals": ["The hour is told."], "plan": ["Ask the clock."],
                 "rubric": {"question": "How right is it?", "levels": {"1": "wrong", "5": "right"}}}
                """);
            return GoldenCase.builder("office", QUESTION)
                    .expected(reference)
                    .messages(List.of(new Message("user", QUESTION)))
                    .metadata(metadata)
                    .build();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
