package dev.junitllm.score.trace;

import dev.junitllm.Document;
import dev.junitllm.Trace;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some documents were retrieved, by whichever search.
 *
 * @param ids the documents
 */
record RetrievedRule(List<String> ids) implements TraceRule {

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of(
                RecordedSteps.scoreName("retrieved-document", String.join(" ", ids)), Map.of("ids", ids.toString()));
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        RecordedSteps.of(trace);
        List<String> found = trace
                .retrieved()
                .orElseThrow(() -> new ScoringException(
                        RecordedSteps.NO_STEPS, "no search in the trace says which documents it found"))
                .stream()
                .map(Document::id)
                .toList();
        List<String> missing = ids.stream().filter(id -> !found.contains(id)).toList();
        String retrieved = found.isEmpty() ? "nothing was retrieved" : "retrieved: " + RecordedSteps.listed(found);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("retrieved", found.size());
        details.put("missing", missing);
        return Score.passOrFail(
                        missing.isEmpty(),
                        missing.isEmpty()
                                ? retrieved
                                : "%s %s not retrieved; %s"
                                        .formatted(
                                                RecordedSteps.listed(missing),
                                                missing.size() == 1 ? "was" : "were",
                                                retrieved))
                .withDetails(details);
    }
}
