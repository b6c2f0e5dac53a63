package dev.junitllm.score;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.NearestName;
import dev.junitllm.RunScope;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that is scored of a case: measures, and the groups they belong to. Immutable and thread-safe. */
public final class Scoring {

    private final List<Measure> measures;
    private final List<BoundGroup> groups;
    private final List<PlannedScore> planned;
    private final @Nullable ScoringThreads threads;

    private Scoring(List<Measure> measures, List<BoundGroup> groups, @Nullable ScoringThreads threads) {
        this.measures = List.copyOf(measures);
        this.groups = List.copyOf(groups);
        this.planned = plan();
        this.threads = threads;
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
        return new Scoring(measures, bound, null);
    }

    /**
     * The same, where the scorers of a case that {@linkplain Scorer#waits wait} are asked side by side. Nothing of the scores or
     * their order depends on which of them is done first.
     *
     * @param scope the run, whose threads they are
     * @return the scoring; this one where fewer than two wait
     */
    public Scoring sideBySide(RunScope scope) {
        long waiting =
                measures.stream().filter(measure -> measure.scorer().waits()).count();
        return waiting < 2 ? this : new Scoring(measures, groups, ScoringThreads.of(scope));
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
        Function<Measure, CaseScore> take =
                measure -> observer.observe(measure.name(), () -> measure.take(golden, actual));
        List<CaseScore> scores = new ArrayList<>(planned.size());
        scores.addAll(threads == null ? measures.stream().map(take).toList() : sideBySide(take, threads));
        for (BoundGroup group : groups) {
            scores.add(observer.observe(group.name(), () -> group.join(scores)));
        }
        return scores;
    }

    /** The calling thread takes all that don't wait, in their order, and the first of those that do. */
    private List<CaseScore> sideBySide(Function<Measure, CaseScore> take, ScoringThreads others) {
        Map<Integer, Future<CaseScore>> begun = new TreeMap<>();
        places(Scorer::waits)
                .skip(1)
                .forEach(place -> begun.put(place, others.begin(() -> take.apply(measures.get(place)))));
        Map<Integer, CaseScore> taken = new TreeMap<>();
        try {
            places(scorer -> true)
                    .filter(place -> !begun.containsKey(place))
                    .forEach(place -> taken.put(place, take.apply(measures.get(place))));
            begun.forEach((place, task) -> taken.put(place, ended(measures.get(place), task)));
        } finally {
            begun.values().forEach(task -> task.cancel(true)); // nobody waits for it any more, unless it has ended
        }
        return List.copyOf(taken.values());
    }

    private Stream<Integer> places(Predicate<Scorer> wanted) {
        return IntStream.range(0, measures.size())
                .filter(place -> wanted.test(measures.get(place).scorer()))
                .boxed();
    }

    private static CaseScore ended(Measure measure, Future<CaseScore> task) {
        try {
            return ScoringThreads.ended(task);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            task.cancel(true);
            return CaseScore.error(
                    measure.name(), measure.bar(), CaseError.of("INTERRUPTED", "interrupted while it was scored"));
        }
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
