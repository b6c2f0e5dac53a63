package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.GoldenCase;
import dev.junitllm.Printable;
import dev.junitllm.judge.prompt.CaseMetadata;
import dev.junitllm.judge.prompt.JudgedData;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.SetAggregation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether the class that the judge found is the one, or one of those, that the case's metadata expects. */
record ExpectedClassRule(String metadata, Set<String> classes, Set<String> refusing) implements ScoringRule {

    static ExpectedClassRule of(RuleParameters parameters) {
        return new ExpectedClassRule(
                parameters.text("metadata", ""),
                Set.copyOf(parameters.texts("classes")),
                Set.copyOf(parameters.texts("refusing")));
    }

    @Override
    public Optional<Score> beforehand(GoldenCase golden, JudgedData data) throws ScoringException {
        List<String> expected = CaseMetadata.texts(golden, metadata).orElse(List.of());
        Optional<String> unknown =
                expected.stream().filter(name -> !classes.contains(name)).findFirst();
        if (expected.isEmpty() || unknown.isPresent()) {
            throw new ScoringException(
                    "MISSING_FIELD",
                    "%s %s in '%s' of its metadata: write the expected class, or a list, out of %s"
                            .formatted(
                                    golden.describe(),
                                    unknown.map(name -> "has '" + Printable.line(name, 40) + "'")
                                            .orElse("has nothing"),
                                    metadata,
                                    String.join(", ", classes.stream().sorted().toList())));
        }
        return Optional.empty();
    }

    @Override
    public Score score(StepReplies replies) {
        JsonNode reply = replies.last();
        String found = reply.path("class").asText();
        List<String> expected = CaseMetadata.texts(replies.golden(), metadata).orElse(List.of());
        boolean hit = expected.contains(found);
        boolean refused = refusing.contains(found);
        boolean mayRefuse = expected.stream().anyMatch(refusing::contains);
        boolean mustRefuse = refusing.containsAll(expected);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("class", found);
        details.put(RefusalFigures.EXPECTED, expected);
        details.put(RefusalFigures.OVER, !hit && refused && !mayRefuse);
        details.put(RefusalFigures.UNDER, !hit && !refused && mustRefuse);
        String what = hit ? found : found + ", expected " + String.join(" or ", expected);
        return Score.of(hit ? 1 : 0, Reasons.of(what, reply.path("reason").asText(), ""))
                .withDetails(details);
    }

    @Override
    public Set<String> needsMetadata() {
        return metadata.isEmpty() ? Set.of() : Set.of(metadata);
    }

    @Override
    public Optional<SetAggregation> aggregation() {
        return Optional.of(new RefusalFigures(refusing));
    }
}
