package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.gate.MeanScore;
import dev.junitllm.gate.PassRate;
import dev.junitllm.jupiter.EvalTestKit.EvalRun;
import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.ScoreGroup;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import org.junit.jupiter.api.Test;

class ScoreGroupTest {

    @ScoreGroup(name = "right", rule = ScoreGroup.Rule.ANY)
    @ScoreGroup(name = "unused here")
    static class AnyTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = ExactMatch.class, group = "right")
        @ReferenceScore(value = Contains.class, group = "right")
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("peru") ? "Cusco" : "It is " + golden.expected());
        }
    }

    @Test
    void aGroupDecidesInPlaceOfItsMembers() {
        EvalRun run = EvalTestKit.run(AnyTestCases.class);

        assertThat(run.statuses()).containsEntry("france", "SUCCESSFUL").containsEntry("peru", "FAILED");
        assertThat(run.thrownBy("peru"))
                .hasMessageContaining("right        0      >= 1      FAILED    one must reach its bar")
                .hasMessageContaining("exact-match  0      in right  RECORDED");
    }

    static class GatedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ScoreGroup(name = "right", rule = ScoreGroup.Rule.WEIGHTED, atLeast = 0.5)
        @ReferenceScore(value = TokenF1.class, group = "right", weight = 3)
        @ReferenceScore(value = Contains.class, group = "right")
        @PassRate(of = "right", atLeast = 0.9)
        @MeanScore(of = "right", atLeast = 0.2)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(golden.id().equals("peru") ? golden.expected() : "no idea");
        }
    }

    @Test
    void gatesNameTheGroup() {
        assertThat(EvalTestKit.run(GatedTestCases.class).verdict())
                .contains("FAIL @PassRate(of = \"right\", atLeast = 0.9): 1 of 4 cases reached the bar of right")
                .contains("PASS @MeanScore(of = \"right\", atLeast = 0.2)");
    }

    static class GateOfAMemberTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ScoreGroup(name = "right", atLeast = 0.5)
        @ReferenceScore(value = TokenF1.class, group = "right")
        @PassRate(of = "token-f1", atLeast = 0.9)
        void answers(GoldenCase golden, Actual actual) {}
    }

    @Test
    void aPassRateOfAMemberIsRefused() {
        assertThat(EvalTestKit.run(GateOfAMemberTestCases.class).verdict())
                .contains("of = \"token-f1\" is a score of group 'right', which has the bar: write of = \"right\"");
    }

    static class NoMemberTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ScoreGroup(name = "right", atLeast = 0.5)
        @ReferenceScore(TokenF1.class)
        void answers(GoldenCase golden, Actual actual) {}
    }

    @Test
    void aGroupOnTheMethodNeedsAMember() {
        assertThat(EvalTestKit.run(NoMemberTestCases.class).verdict())
                .contains("@ScoreGroup(name = \"right\")")
                .contains("has no member: give a score group = \"right\", or remove the group");
    }

    static class GroupNamedLikeAScoreTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ScoreGroup(name = "token-f1", atLeast = 0.5)
        @ReferenceScore(value = TokenF1.class, group = "token-f1")
        void answers(GoldenCase golden, Actual actual) {}
    }

    @Test
    void aGroupIsNotNamedLikeAScore() {
        assertThat(EvalTestKit.run(GroupNamedLikeAScoreTestCases.class).verdict())
                .contains("has two scores called 'token-f1'");
    }

    static class NegatedTestCases {
        @GoldenSet("engine/capitals.jsonl")
        @ReferenceScore(value = Contains.class, negate = true)
        void keepsSilent(GoldenCase golden, Actual actual) {
            if (!golden.id().equals("spain")) {
                actual.output(golden.id().equals("peru") ? "Lima, of course" : "I can't say");
            }
        }
    }

    @Test
    void theOppositeIsScoredButNothingIsStillNothing() {
        EvalRun run = EvalTestKit.run(NegatedTestCases.class);

        assertThat(run.statuses())
                .containsEntry("france", "SUCCESSFUL")
                .containsEntry("peru", "FAILED")
                .containsEntry("spain", "FAILED");
        assertThat(run.thrownBy("peru")).hasMessageContaining("not-contains").hasMessageContaining("negated, was 1");
        assertThat(run.thrownBy("spain")).hasMessageContaining("never called actual.output");
    }
}
