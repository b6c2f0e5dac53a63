package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.judge.prompt.CaseMetadata;
import dev.junitllm.judge.prompt.DataField;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import dev.junitllm.score.SetAggregation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 1 less a third of the gravest finding's severity (0 to 3); 1 where nothing was found. Quotes must be in the answer. */
record SeverityRule(String list, String kind, String swap) implements ScoringRule {

    private static final int GRAVEST = 3;

    static SeverityRule of(RuleParameters parameters) {
        return new SeverityRule(
                parameters.text("list", "findings"), parameters.text("kind", "type"), parameters.text("swap", ""));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        for (JsonNode finding : Entries.of(replies.last(), list).all()) {
            String quote = finding.path("quote").asText();
            if (!replies.data().holds(quote, "", DataField.ANSWER)) {
                throw Entries.notFound(quote, "the answer");
            }
        }
    }

    @Override
    public Score score(StepReplies replies) {
        int gravest = 0;
        List<String> found = new ArrayList<>();
        Map<String, Object> byKind = new LinkedHashMap<>();
        for (JsonNode finding : Entries.of(replies.last(), list).all()) {
            int severity = finding.path("severity").asInt();
            gravest = Math.max(gravest, severity);
            String name = finding.path(kind).asText();
            byKind.merge(name, severity, (one, other) -> Math.max((Integer) one, (Integer) other));
            found.add(Entries.named(name, finding.path("quote").asText(), "severity " + severity));
        }
        BigDecimal value =
                BigDecimal.valueOf(GRAVEST - gravest).divide(BigDecimal.valueOf(GRAVEST), MathContext.DECIMAL64);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("max-severity", gravest);
        details.put("by-" + kind, byKind);
        if (!swap.isEmpty()) {
            CaseMetadata.texts(replies.golden(), swap).ifPresent(pair -> details.put(SwapFigures.PAIR, pair.get(0)));
        }
        return Score.of(value.doubleValue(), found.isEmpty() ? "nothing was found" : Reasons.listed(found))
                .withDetails(details);
    }

    @Override
    public Optional<SetAggregation> aggregation() {
        return swap.isEmpty() ? Optional.empty() : Optional.of(new SwapFigures());
    }
}
