package dev.junitllm.score.trace;

import dev.junitllm.Trace;
import dev.junitllm.TraceSpan;
import dev.junitllm.Usage;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The calls of models took so many tokens at most, input and output together.
 *
 * @param most how many, at least 0
 */
record TokensRule(long most) implements TraceRule {

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of("max-tokens", Map.of("atMost", Long.toString(most)));
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        RecordedSteps.of(trace);
        List<TraceSpan> calls = trace.modelCalls();
        long known = calls.stream()
                .map(TraceSpan::usage)
                .mapToLong(usage -> orNone(usage.inputTokens()) + orNone(usage.outputTokens()))
                .sum();
        List<String> silent = calls.stream()
                .filter(call -> isSilent(call.usage()))
                .map(TraceSpan::name)
                .toList();
        if (known <= most && (calls.isEmpty() || !silent.isEmpty())) {
            throw new ScoringException("UNKNOWN_TOKENS", UnknownPart.message("tokens", calls.size(), silent));
        }
        boolean passed = known <= most;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("tokens", known);
        details.put("limit", most);
        return Score.passOrFail(
                        passed,
                        (silent.isEmpty() ? "" : "at least ")
                                + RecordedSteps.count(known, "token")
                                + (passed ? "" : ", more than " + most))
                .withDetails(details);
    }

    private static boolean isSilent(Usage usage) {
        return usage.totalTokens().isEmpty();
    }

    private static long orNone(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
