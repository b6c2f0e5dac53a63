package dev.junitllm.score;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.NearestName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that is scored of a case: measures, and the groups they belong to. Immutable and thread-safe. */
public final class Scoring {

    private final List<Measure> measures;
    private final List<BoundGroup> groups;
    private final List<PlannedScore> planned;

    private Scoring(List<Measure> measures, List<BoundGroup> groups) {
        this.measures = List.copyOf(measures);
        this.groups = List.copyOf(groups);
        this.planned = plan();
    }

    /**
     * Binds measures to their groups.
     *
     * @param measures what to score
     * @param groups the groups that are declared; one without members is left out
     * @return the scoring
     * @throws IllegalArgumentException where a measure and its group don't fit
     */
    public static Scoring of(List<Measure> measures, List<ScoreGroup> groups) {
        List<BoundGroup> bound = groups.stream()
                .map(group -> BoundGroup.of(group, membersOf(group.name(), measures)))
                .flatMap(Optional::stream)
                .toList();
        Set<String> declared = new HashSet<>();
        groups.forEach(group -> declared.add(group.name()));
        measures.forEach(measure -> checkGroup(measure, declared));
        return new Scoring(measures, bound);
    }

    /**
     * The scores every case will get.
     *
     * @return in the order of the annotations, groups last
     */
    public List<PlannedScore> planned() {
        return planned;
    }

    /**
     * The measures, each with its scorer.
     *
     * @return in the order of the annotations
     */
    public List<Measure> measures() {
        return measures;
    }

    /**
     * Scores one case.
     *
     * @param golden the case
     * @param actual what the application did with it; closed
     * @return one score for each of {@link #planned()}, in that order
     */
    public List<CaseScore> take(GoldenCase golden, Actual actual) {
        return take(golden, actual, ScoringObserver.NONE);
    }

    /**
     * Scores one case before an observer.
     *
     * @param golden the case
     * @param actual what the application did with it; closed
     * @param observer sees each score being made
     * @return one score for each of {@link #planned()}, in that order
     */
    public List<CaseScore> take(GoldenCase golden, Actual actual, ScoringObserver observer) {
        List<CaseScore> scores = new ArrayList<>(planned.size());
        for (Measure measure : measures) {
            scores.add(observer.observe(measure.name(), () -> measure.take(golden, actual)));
        }
        for (BoundGroup group : groups) {
            scores.add(observer.observe(group.name(), () -> group.join(scores)));
        }
        return scores;
    }

    private List<PlannedScore> plan() {
        List<PlannedScore> plan = new ArrayList<>();
        for (Measure measure : measures) {
            Membership membership = measure.membership();
            plan.add(new PlannedScore(
                    measure.name(),
                    membership == null ? measure.bar() : Bar.RECORD_ONLY,
                    membership == null ? null : membership.group(),
                    measure.fingerprint(),
                    measure.aggregation().orElse(null)));
        }
        groups.forEach(group -> plan.add(group.planned()));
        return List.copyOf(plan);
    }

    private static void checkGroup(Measure measure, Set<String> declared) {
        Membership membership = measure.membership();
        if (membership != null && !declared.contains(membership.group())) {
            throw new IllegalArgumentException(
                    "score '%s' has group = \"%s\", but there is no @ScoreGroup of that name%s"
                            .formatted(
                                    measure.name(),
                                    membership.group(),
                                    NearestName.of(membership.group(), declared)
                                            .map(near -> "; did you mean '" + near + "'?")
                                            .orElse("")));
        }
    }

    private static List<Measure> membersOf(String group, List<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.membership() != null
                        && measure.membership().group().equals(group))
                .toList();
    }
}
