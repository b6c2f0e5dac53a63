package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.ScoreGroup.Rule;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {

    private static final GoldenCase GOLDEN =
            GoldenCase.builder("a", "question").expected("answer").build();

    /** Members are written as values; E is a score that can't be made, N one that doesn't apply. */
    @ParameterizedTest(name = "{0} >= {1} of [{2}] is {3} {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "ALL,      0.5, 0.5 0.9,      PASSED,         0.5",
                "ALL,      0.5, 0.4 0.9,      FAILED,         0.4",
                "ALL,      0.5, 0.9 E,        ERROR,          -",
                "ALL,      0.5, 0.4 E,        FAILED,         0.4",
                "ALL,      0.5, 0.9 N,        PASSED,         0.9",
                "ALL,      0.5, N N,          NOT_APPLICABLE, -",
                "ALL,      0.5, N E,          ERROR,          -",
                "ANY,      0.5, 0.4 0.9,      PASSED,         0.9",
                "ANY,      0.5, 0.4 0.1,      FAILED,         0.4",
                "ANY,      0.5, 0.9 E,        PASSED,         0.9",
                "ANY,      0.5, 0.4 E,        ERROR,          -",
                "ANY,      0.5, 0.4 N,        FAILED,         0.4",
                "WEIGHTED, 0.6, 0.5 0.6 0.7,  PASSED,         0.6",
                "WEIGHTED, 0.6, 0.5 0.6 0.69, FAILED,         0.5966666666666667",
                "WEIGHTED, 0.6, 0.9 E,        ERROR,          -",
                "WEIGHTED, 0.6, 0.7 N,        PASSED,         0.7",
                "WEIGHTED, 0.1, 0.1 0.1 0.1,  PASSED,         0.1",
            })
    void aGroupWithABarHoldsItsMembersAgainstIt(
            Rule rule, double atLeast, String members, ScoreOutcome outcome, @Nullable Double value) {
        List<CaseScore> scores = take(List.of(group("g", rule, atLeast)), members(members, Bar.UNSET));
        CaseScore group = scores.get(scores.size() - 1);

        assertThat(group.name()).isEqualTo("g");
        assertThat(group.outcome()).isEqualTo(outcome);
        assertThat(group.value()).isEqualTo(value);
        assertThat(scores.subList(0, scores.size() - 1)).allSatisfy(member -> {
            assertThat(member.group()).isEqualTo("g");
            assertThat(member.outcome()).isNotIn(ScoreOutcome.PASSED, ScoreOutcome.FAILED);
        });
    }

    @ParameterizedTest(name = "{0} of [{1}] against 0.5 each is {2}")
    @CsvSource({
        "ALL, 0.5 0.9, PASSED",
        "ALL, 0.4 0.9, FAILED",
        "ALL, 0.9 E,   ERROR",
        "ALL, 0.4 E,   FAILED",
        "ANY, 0.4 0.5, PASSED",
        "ANY, 0.4 0.1, FAILED",
        "ANY, 0.4 E,   ERROR",
        "ANY, 0.5 E,   PASSED",
    })
    void aGroupWithoutABarHoldsEachMemberAgainstItsOwn(Rule rule, String members, ScoreOutcome outcome) {
        List<CaseScore> scores = take(List.of(group("g", rule, Bar.UNSET)), members(members, 0.5));

        assertThat(scores.get(scores.size() - 1).outcome()).isEqualTo(outcome);
    }

    @Test
    void weighsMembersByTheirWeights() {
        Measure heavy = member("heavy", "0.9", new Membership("g", 3, false), Bar.atLeast(1));
        Measure light = member("light", "0.5", new Membership("g", 1, false), Bar.atLeast(1));

        CaseScore group = take(List.of(group("g", Rule.WEIGHTED, 0.8)), List.of(heavy, light))
                .get(2);

        assertThat(group.value()).isEqualTo(0.8);
        assertThat(group.outcome()).isEqualTo(ScoreOutcome.PASSED);
        assertThat(group.reason()).isEqualTo("weighted mean: heavy 0.9 × 3, light 0.5 × 1");
    }

    @Test
    void saysHowTheMembersDecided() {
        assertThat(take(List.of(group("g", Rule.ANY, Bar.UNSET)), members("0.4 E", 0.5))
                        .get(2)
                        .error()
                        .message())
                .isEqualTo("its score 's1' could not be made: too late");
        assertThat(take(List.of(group("g", Rule.ALL, Bar.UNSET)), members("0.4 E", 0.5))
                        .get(2)
                        .reason())
                .isEqualTo("all must reach their bars: s0 0.4 (>= 0.5), s1 ERROR");
        assertThat(take(List.of(group("g", Rule.ALL, 0.5)), members("0.4 0.6", Bar.UNSET))
                        .get(2)
                        .reason())
                .isEqualTo("the lowest counts: s0 0.4, s1 0.6");
    }

    @Test
    void scoresOutsideTheGroupKeepTheirBars() {
        Measure alone = member("alone", "0.2", null, Bar.atLeast(0.5));
        List<Measure> measures = new ArrayList<>(members("0.9", Bar.UNSET));
        measures.add(alone);

        assertThat(take(List.of(group("g", Rule.ALL, 0.5)), measures))
                .extracting(CaseScore::name, CaseScore::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("s0", ScoreOutcome.RECORDED),
                        org.assertj.core.groups.Tuple.tuple("alone", ScoreOutcome.FAILED),
                        org.assertj.core.groups.Tuple.tuple("g", ScoreOutcome.PASSED));
    }

    @Test
    void plansGroupsLastAndMembersWithoutABar() {
        Scoring scoring = Scoring.of(members("1 1", Bar.UNSET), List.of(group("g", Rule.ALL, 0.5)));

        assertThat(scoring.planned()).extracting(PlannedScore::name).containsExactly("s0", "s1", "g");
        assertThat(scoring.planned())
                .extracting(PlannedScore::bar)
                .containsExactly(Bar.RECORD_ONLY, Bar.RECORD_ONLY, Bar.atLeast(0.5));
    }

    @Test
    void theFingerprintOfAGroupFollowsItsRuleAndMembers() {
        assertThat(fingerprint(Rule.ALL, members("1 1", Bar.UNSET)))
                .isEqualTo(fingerprint(Rule.ALL, members("0.5 1", Bar.UNSET)))
                .isNotEqualTo(fingerprint(Rule.ANY, members("1 1", Bar.UNSET)))
                .isNotEqualTo(fingerprint(Rule.ALL, members("1 1 1", Bar.UNSET)));
    }

    @Test
    void refusesWhatDoesntFit() {
        assertRefused(
                "score 's0' has group = \"g\", but there is no @ScoreGroup of that name",
                List.of(),
                members("1", Bar.UNSET));
        assertRefused(
                "@ScoreGroup(name = \"g\"): atLeast is the bar of its members: remove atLeast from score 's0', or from the group",
                List.of(group("g", Rule.ALL, 0.5)),
                members("1", 0.5));
        assertRefused(
                "@ScoreGroup(name = \"g\"): rule = WEIGHTED needs atLeast: a mean can't be held against several bars",
                List.of(group("g", Rule.WEIGHTED, Bar.UNSET)),
                members("1", 0.5));
        assertRefused(
                "@ScoreGroup(name = \"g\"): rule = ALL doesn't weigh: remove weight from score 'heavy', or make the rule WEIGHTED",
                List.of(group("g", Rule.ALL, 0.5)),
                List.of(member("heavy", "1", new Membership("g", 2, false), Bar.atLeast(1))));
        assertRefused(
                "@ScoreGroup(name = \"g\"): atLeast = 2.0: a bar lies from 0 to 1",
                List.of(group("g", Rule.ALL, 2)),
                members("1", Bar.UNSET));
    }

    private static void assertRefused(String message, List<ScoreGroup> groups, List<Measure> measures) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scoring.of(measures, groups))
                .withMessage(message);
    }

    private static String fingerprint(Rule rule, List<Measure> measures) {
        List<PlannedScore> planned =
                Scoring.of(measures, List.of(group("g", rule, 0.5))).planned();
        return planned.get(planned.size() - 1).fingerprint();
    }

    private static List<CaseScore> take(List<ScoreGroup> groups, List<Measure> measures) {
        return Scoring.of(measures, groups).take(GOLDEN, Actual.of("output"));
    }

    private static List<Measure> members(String values, double ownBar) {
        List<Measure> members = new ArrayList<>();
        boolean own = !Double.isNaN(ownBar);
        for (String value : values.split(" ")) {
            members.add(
                    member("s" + members.size(), value, new Membership("g", 1, own), Bar.atLeast(own ? ownBar : 1)));
        }
        return members;
    }

    private static Measure member(String name, String value, @Nullable Membership membership, Bar bar) {
        return new Measure(name, new Fixed(value), bar, false, membership);
    }

    private record Fixed(String value) implements Scorer {

        @Override
        public Score score(GoldenCase golden, Actual actual) throws ScoringException {
            return switch (value) {
                case "E" -> throw new ScoringException("TIMEOUT", "too late");
                case "N" -> Score.notApplicable("nothing to score");
                default -> Score.of(Double.parseDouble(value));
            };
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("fixed");
        }
    }

    static Scoring group(String name, Rule rule, double atLeast, List<Measure> measures) {
        return Scoring.of(measures, List.of(group(name, rule, atLeast)));
    }

    @SuppressWarnings("BadAnnotationImplementation") // nobody compares it
    private static ScoreGroup group(String name, Rule rule, double atLeast) {
        return new ScoreGroup() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Rule rule() {
                return rule;
            }

            @Override
            public double atLeast() {
                return atLeast;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return ScoreGroup.class;
            }
        };
    }
}
