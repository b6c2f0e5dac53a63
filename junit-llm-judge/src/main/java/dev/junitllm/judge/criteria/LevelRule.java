package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of five described levels, mapped by (level − 1) / 4. Weighted by log-probabilities, it is the mean of the levels over
 * their probabilities instead, where the reply brings enough of them.
 */
record LevelRule(boolean weighted) implements ScoringRule {

    private static final int LEVELS = 5;

    static LevelRule of(RuleParameters parameters) {
        return new LevelRule(parameters.flag("weighted"));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        for (JsonNode issue : Entries.of(replies.last(), "issues").all()) {
            String quote = issue.path("quote").asText();
            if (!quote.isBlank() && !replies.data().holds(quote, "", DataField.values())) {
                throw Entries.notFound(quote, "the data");
            }
        }
        String evidence = replies.last().path("evidence").asText();
        if (!evidence.isBlank() && !replies.data().holds(evidence, "", DataField.values())) {
            throw Entries.notFound(evidence, "the data");
        }
    }

    @Override
    public Score score(StepReplies replies) {
        JsonNode reply = replies.last();
        int level = reply.path("score").asInt();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("level", level);
        double expected = weighted ? expected(replies.lastReply(), level, details) : level;
        List<String> issues = new ArrayList<>();
        Entries.of(reply, "issues")
                .all()
                .forEach(issue -> issues.add(Entries.named(
                        issue.path("type").asText(),
                        issue.path("quote").asText(),
                        issue.path("reason").asText())));
        String reason = Reasons.of(
                "level " + level + " of " + LEVELS,
                reply.path("reason").asText(),
                reply.path("evidence").asText());
        return Score.of(
                        (expected - 1) / (LEVELS - 1),
                        issues.isEmpty() ? reason : reason + "; " + Reasons.listed(issues))
                .withDetails(details);
    }

    private static double expected(Optional<ChatReply> reply, int level, Map<String, Object> details) {
        LevelLogprobs levels = LevelLogprobs.in(reply.orElseThrow(), LEVELS);
        details.put("logprobs", levels.note());
        if (levels.expectation().isEmpty()) {
            return level;
        }
        double expected = levels.expectation().getAsDouble();
        details.put("expected-level", expected);
        return expected;
    }
}
