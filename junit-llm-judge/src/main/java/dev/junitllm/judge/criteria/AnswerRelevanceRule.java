package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The harmonic mean of the share of relevant statements and the share of the question's parts that are answered. */
record AnswerRelevanceRule() implements ScoringRule {

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries statements = Entries.of(replies.last(), "statements");
        statements.ids("id");
        Entries.of(replies.last(), "question_parts").ids("id");
        for (JsonNode statement : statements.all()) {
            String quote = statement.path("quote").asText();
            if (!replies.data().holds(quote, "", DataField.ANSWER)) {
                throw Entries.notFound(quote, "the answer");
            }
        }
    }

    @Override
    public Score score(StepReplies replies) {
        Entries statements = Entries.of(replies.last(), "statements");
        Entries parts = Entries.of(replies.last(), "question_parts");
        if (statements.isEmpty() || parts.isEmpty()) {
            return Score.notApplicable(statements.isEmpty() ? "the answer states nothing" : "the input asks nothing");
        }
        long relevant = statements.count(statement -> statement.path("relevant").asBoolean());
        long answered = parts.count(part -> part.path("answered").asBoolean());
        double relevance = (double) relevant / statements.size();
        double completeness = (double) answered / parts.size();
        double value = relevance + completeness == 0 ? 0 : 2 * relevance * completeness / (relevance + completeness);
        List<String> misses = new ArrayList<>();
        parts.all().stream()
                .filter(part -> !part.path("answered").asBoolean())
                .forEach(part -> misses.add(Entries.named(
                        part.path("id").asText(), part.path("text").asText(), "not answered")));
        statements.all().stream()
                .filter(statement -> !statement.path("relevant").asBoolean())
                .forEach(statement -> misses.add(Entries.named(
                        statement.path("id").asText(), statement.path("quote").asText(), "not relevant")));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("relevant-share", relevance);
        details.put("answered-share", completeness);
        String figure = Reasons.share(answered, parts.size(), "parts of the question are answered, ", List.of())
                + Reasons.share(relevant, statements.size(), "statements are relevant", misses);
        return Score.of(value, figure).withDetails(details);
    }
}
