package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Decimals;
import dev.junitllm.judge.reply.ReplyFault;
import dev.junitllm.score.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * F-beta of precision, supported / (supported + contradicted) claims of the answer, and recall, covered / all claims of the
 * reference. At most 0.5 where a key claim is contradicted. A reference that claims nothing: not applicable.
 */
record TwoWayClaimsRule(double beta) implements ScoringRule {

    private static final String CLAIMS = "claims";
    private static final String ANSWER = "answer_claims";
    private static final String REFERENCE = "reference_claims";
    private static final double CAP = 0.5;

    static TwoWayClaimsRule of(RuleParameters parameters) {
        return new TwoWayClaimsRule(parameters.number("beta", 1));
    }

    @Override
    public void check(String step, StepReplies replies) throws ReplyFault {
        Entries answer = Entries.of(replies.last(), ANSWER);
        Entries reference = Entries.of(replies.last(), REFERENCE);
        if (step.equals(CLAIMS)) {
            answer.ids("id");
            reference.ids("id");
            return;
        }
        answer.speakOf("id", Entries.of(replies.of(CLAIMS), ANSWER).ids("id"));
        Set<String> ids = Entries.of(replies.of(CLAIMS), REFERENCE).ids("id");
        reference.speakOf("id", ids);
        for (JsonNode claim : answer.all()) {
            String against = claim.path("contradicts").asText();
            boolean contradicts = claim.path("label").asText().equals("CONTRADICTED");
            if (contradicts != ids.contains(against)) {
                throw Entries.violation(
                        "claim '%s' of the answer is %s, but 'contradicts' names %s: it names a claim of the reference exactly where the label is CONTRADICTED"
                                .formatted(
                                        claim.path("id").asText(),
                                        claim.path("label").asText(),
                                        against.isBlank() ? "nothing" : "'" + against + "'"));
            }
        }
        if (reference.count(claim -> claim.path("covered").asBoolean()) > 0
                && answer.count(claim -> claim.path("label").asText().equals("SUPPORTED")) == 0) {
            throw Entries.violation("a claim of the reference is covered, but no claim of the answer is SUPPORTED");
        }
    }

    @Override
    public Optional<Score> early(StepReplies replies) {
        return Entries.of(replies.of(CLAIMS), REFERENCE).isEmpty()
                ? Optional.of(Score.notApplicable("the reference claims nothing"))
                : Optional.empty();
    }

    @Override
    public Score score(StepReplies replies) {
        Entries answer = Entries.of(replies.last(), ANSWER);
        Entries reference = Entries.of(replies.last(), REFERENCE);
        long supported = answer.count(claim -> claim.path("label").asText().equals("SUPPORTED"));
        long contradicted = answer.count(claim -> claim.path("label").asText().equals("CONTRADICTED"));
        long covered = reference.count(claim -> claim.path("covered").asBoolean());
        double recall = (double) covered / reference.size();
        double precision = supported == 0 ? 0 : (double) supported / (supported + contradicted);
        double value = precision + recall == 0
                ? 0
                : (1 + beta * beta) * precision * recall / (beta * beta * precision + recall);
        List<String> misses = new ArrayList<>();
        boolean keyContradicted = contradictions(replies, misses);
        uncovered(replies, misses);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("precision", precision);
        details.put("recall", recall);
        details.put("supported", supported);
        details.put("contradicted", contradicted);
        details.put("extra", answer.size() - supported - contradicted);
        details.put("key-claim-contradicted", keyContradicted);
        String figure = "precision %s, recall %s%s"
                .formatted(
                        Decimals.show(precision),
                        Decimals.show(recall),
                        keyContradicted ? ", a key claim is contradicted: at most 0.5" : "");
        return Score.of(
                        keyContradicted ? Math.min(CAP, value) : value,
                        misses.isEmpty() ? figure : figure + "; " + Reasons.listed(misses))
                .withDetails(details);
    }

    private static boolean contradictions(StepReplies replies, List<String> misses) {
        Map<String, String> texts = Entries.of(replies.of(CLAIMS), ANSWER).texts("id", "text");
        boolean key = false;
        for (JsonNode claim : Entries.of(replies.last(), ANSWER).all()) {
            if (claim.path("label").asText().equals("CONTRADICTED")) {
                String id = claim.path("id").asText();
                misses.add(Entries.named(id, texts.getOrDefault(id, ""), "contradicted"));
                String against = claim.path("contradicts").asText();
                key |= Entries.of(replies.of(CLAIMS), REFERENCE)
                                .count(other -> other.path("id").asText().equals(against)
                                        && other.path("key").asBoolean())
                        > 0;
            }
        }
        return key;
    }

    private static void uncovered(StepReplies replies, List<String> misses) {
        Map<String, String> texts = Entries.of(replies.of(CLAIMS), REFERENCE).texts("id", "text");
        for (JsonNode claim : Entries.of(replies.last(), REFERENCE).all()) {
            if (!claim.path("covered").asBoolean()) {
                String id = claim.path("id").asText();
                misses.add(Entries.named(id, texts.getOrDefault(id, ""), "missing"));
            }
        }
    }
}
