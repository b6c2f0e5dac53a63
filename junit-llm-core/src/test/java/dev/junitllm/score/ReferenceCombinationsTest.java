package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.Actual;
import dev.junitllm.SharedFolder;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.Matches;
import dev.junitllm.stats.PassAtK;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Holds what is made of several scores, or of several samples, to what peers make of them. */
@EnabledIf(value = SharedFolder.IS_PRESENT, disabledReason = SharedFolder.ABSENT)
class ReferenceCombinationsTest {

    @Test
    void weighsScoresAsAPeerWeighsAssertions() {
        JsonNode peer = peer("weighted_assertions");
        JsonNode asserts = peer.at("/inputs/asserts");
        List<Measure> measures = List.of(
                member(new ExactMatch(), asserts.at("/0/weight").asDouble()),
                member(
                        Matches.pattern(asserts.at("/1/contains").asText()),
                        asserts.at("/1/weight").asDouble()));

        for (double bar : new double[] {0.5, 0.2}) {
            CaseScore group = ScoringTest.group("g", ScoreGroup.Rule.WEIGHTED, bar, measures)
                    .take(
                            TestCases.accepting(asserts.at("/0/equals").asText()),
                            Actual.of(peer.at("/inputs/output").asText()))
                    .get(2);
            assertThat(group.value()).isCloseTo(1.0 / 3, within(1e-15));
            assertThat(group.outcome() == ScoreOutcome.PASSED)
                    .isEqualTo(peer.at("/expected/pass_at_threshold_" + bar).asBoolean());
        }
    }

    @Test
    void estimatesNothingFromFewerSamplesThanWereAskedFor() {
        JsonNode peer = peer("pass_at_k_insufficient");
        for (int i = 0; i < peer.get("inputs").size(); i++) {
            JsonNode input = peer.get("inputs").get(i);
            int scored = 0;
            int passed = 0;
            for (JsonNode score : input.get("scores")) {
                scored += score.isNumber() ? 1 : 0;
                passed += score.asInt();
            }
            int k = input.get("k").asInt();
            JsonNode expected = peer.get("expected").get(i);
            assertThat(input.has("estimator") ? PassAtK.all(scored, passed, k) : PassAtK.estimate(scored, passed, k))
                    .isEqualTo(expected.isNumber() ? OptionalDouble.of(expected.asDouble()) : OptionalDouble.empty());
        }
    }

    private static Measure member(Scorer scorer, double weight) {
        return new Measure(scorer.describe().name(), scorer, Bar.atLeast(1), false, new Membership("g", weight, false));
    }

    private static JsonNode peer(String metric) {
        return SharedFolder.entries("reference/peer-vectors.json")
                .filter(entry -> entry.get("metric").asText().equals(metric))
                .findFirst()
                .orElseThrow();
    }
}
