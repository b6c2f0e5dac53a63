package dev.junitllm.score.trace;

import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model was called so often at most.
 *
 * @param most how often, at least 0
 */
record ModelCallsRule(int most) implements TraceRule {

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of("max-model-calls", Map.of("atMost", Integer.toString(most)));
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        RecordedSteps.of(trace);
        List<String> calls = trace.modelCalls().stream().map(TraceSpan::name).toList();
        boolean passed = calls.size() <= most;
        String count = RecordedSteps.count(calls.size(), "model call");
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("model calls", calls.size());
        details.put("limit", most);
        return Score.passOrFail(
                        passed,
                        passed ? count : "%s, more than %s: %s".formatted(count, most, RecordedSteps.listed(calls)))
                .withDetails(details);
    }
}
