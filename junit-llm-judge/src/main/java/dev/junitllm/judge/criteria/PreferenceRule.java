package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import dev.junitllm.score.SetAggregation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which of two answers is better, asked in both orders: 1 where both times the application's is, 0 where both times the
 * other is, else 0.5. That the order decided is told.
 */
record PreferenceRule() implements ScoringRule {

    static final String FIRST = "answer-first";
    static final String SECOND = "answer-second";

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        String quote = replies.last().path("evidence").asText();
        if (!quote.isBlank() && !replies.data().holds(quote, "", DataField.values())) {
            throw Entries.notFound(quote, "either answer");
        }
    }

    @Override
    public Score score(StepReplies replies) {
        int first = side(replies.of(FIRST), "A");
        int second = side(replies.of(SECOND), "B");
        boolean consistent = first == second;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("shown-first", word(first));
        details.put("shown-second", word(second));
        details.put(PreferenceFigures.INCONSISTENT, !consistent);
        details.put(
                PreferenceFigures.LENGTH_DELTA, length(replies, DataField.ANSWER) - length(replies, DataField.OTHER));
        String reason = replies.of(FIRST).path("reason").asText();
        double value = consistent ? (first + 1) / 2.0 : 0.5;
        String verdict = consistent
                ? "the answer " + word(first) + " in both orders"
                : "the order decides: shown first the answer %s, shown second it %s"
                        .formatted(word(first), word(second));
        return Score.of(value, Reasons.of(verdict, reason, "")).withDetails(details);
    }

    /** 1 where the application's answer is preferred, -1 where the other is, 0 for neither. */
    private static int side(JsonNode reply, String own) {
        String verdict = reply.path("verdict").asText();
        return verdict.equals("TIE") ? 0 : verdict.equals(own) ? 1 : -1;
    }

    private static String word(int side) {
        return side > 0 ? "wins" : side < 0 ? "loses" : "ties";
    }

    private static int length(StepReplies replies, DataField field) {
        return replies.data().texts(field).values().stream()
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    @Override
    public Optional<SetAggregation> aggregation() {
        return Optional.of(new PreferenceFigures());
    }
}
