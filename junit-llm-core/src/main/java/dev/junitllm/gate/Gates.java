package dev.junitllm.gate;

import dev.junitllm.Slices;
import dev.junitllm.run.CaseOutcome;
import dev.junitllm.run.GateDescription;
import dev.junitllm.run.PlannedRun;
import dev.junitllm.run.RunSummary;
import dev.junitllm.run.Tally;
import dev.junitllm.run.Verdict;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.CaseScore;
import dev.junitllm.score.ScoreOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All gates of one method: which misses they answer for, and what they say together. Immutable. */
public final class Gates {

    private final List<Gate> gates;
    private final ErrorLimit errorLimit;

    private Gates(List<Gate> gates, ErrorLimit errorLimit) {
        this.gates = gates;
        this.errorLimit = errorLimit;
    }

    /**
     * The gates of a method.
     *
     * @param gates the nearest to the method first; may be empty
     * @return the gates, under the nearest error budget among them or the default one
     */
    public static Gates of(List<Gate> gates) {
        Optional<ErrorBudgetGate> budget = gates.stream()
                .filter(ErrorBudgetGate.class::isInstance)
                .map(ErrorBudgetGate.class::cast)
                .findFirst();
        List<Gate> asked = gates.stream()
                .filter(gate -> !(gate instanceof ErrorBudgetGate) || gate == budget.orElseThrow())
                .toList();
        return new Gates(asked, budget.map(ErrorBudgetGate::limit).orElse(ErrorLimit.DEFAULT));
    }

    /**
     * Whether some gate judges scores, rather than errors alone.
     *
     * @return false where there is none but an error budget
     */
    public boolean judgeScores() {
        return gates.stream().anyMatch(gate -> !(gate instanceof ErrorBudgetGate));
    }

    /**
     * Whether some gate may ask for samples beyond the plan, to confirm what it saw.
     *
     * @return true where one does
     */
    public boolean confirm() {
        return confirming().anyMatch(ConfirmingGate::confirms);
    }

    /**
     * The case of which a sample beyond the plan is wanted next.
     *
     * @param run the run, every sample of which has ended, beside its baseline and the samples beyond the plan so far
     * @return its id; empty where no more is wanted
     */
    public Optional<String> nextFreshSample(RunSummary run) {
        return confirming().flatMap(gate -> gate.nextFreshSample(run).stream()).findFirst();
    }

    private Stream<ConfirmingGate> confirming() {
        return gates.stream().filter(ConfirmingGate.class::isInstance).map(ConfirmingGate.class::cast);
    }

    /**
     * Whether some gate looks at the run's baseline.
     *
     * @return true where one does
     */
    public boolean compareWithBaseline() {
        return gates.stream().anyMatch(Gate::comparesWithBaseline);
    }

    /**
     * Whether there is no gate, so that each case decides for itself.
     *
     * @return true where there is none
     */
    public boolean isEmpty() {
        return gates.isEmpty();
    }

    /**
     * The gates.
     *
     * @return in the order of the annotations
     */
    public List<Gate> all() {
        return gates;
    }

    /**
     * Whether the gates answer for how a case came out, so that it doesn't fail the build by itself. Every gate answers
     * for errors, since each has an error budget; a miss needs a gate that answers for its bar.
     *
     * @param outcome the case's outcome
     * @param assertionFailed whether the test body's own assertion failed
     * @param scores the case's scores
     * @param belongs whether the case belongs to a slice
     * @return true where there is a gate and no miss is left unanswered
     */
    public boolean answerFor(
            CaseOutcome outcome, boolean assertionFailed, List<CaseScore> scores, Predicate<String> belongs) {
        if (isEmpty() || outcome == CaseOutcome.PASSED) {
            return false;
        }
        List<Answers> answers = gates.stream()
                .filter(gate -> gate.slice().isEmpty() || belongs.test(gate.slice()))
                .map(Gate::answersFor)
                .toList();
        return (!assertionFailed || answers.stream().anyMatch(Answers::coverAssertions))
                && scores.stream()
                        .filter(score -> score.outcome() == ScoreOutcome.FAILED)
                        .allMatch(score -> answers.stream().anyMatch(answer -> answer.coverScore(score.name())));
    }

    /**
     * The slices that gates look at.
     *
     * @return their names, each once
     */
    public Set<String> slices() {
        return gates.stream()
                .map(Gate::slice)
                .filter(slice -> !slice.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Checks one gate against the cases there are, before the first of them runs.
     *
     * @param gate the gate
     * @param slices the slices of the selected cases
     * @param planned how large the run will be, by slice; empty for the whole set
     * @throws IllegalArgumentException naming the attribute, where the gate can't work with them
     */
    public static void check(Gate gate, Slices slices, Function<String, PlannedRun> planned) {
        SliceName.check(gate.slice(), slices);
        PlannedRun part = planned.apply(gate.slice());
        if (part.cases() > 0) {
            gate.check(part);
        }
    }

    /**
     * Checks whether the gates go together with how cases are sampled, before the first case runs.
     *
     * @param rule when the run may end early
     * @param samplesPerCase how often each case runs, at the most
     * @throws IllegalArgumentException naming the gate, where one can't work with that
     */
    public void check(StopRule rule, int samplesPerCase) {
        if (rule != StopRule.WHEN_KNOWN) {
            stopping().stream().findFirst().ifPresent(gate -> {
                throw new IllegalArgumentException(StopMessages.needsMax(gate.describe()));
            });
        }
        if (rule != StopRule.NEVER) {
            StopMessages.check(gates, rule, samplesPerCase);
        }
    }

    /**
     * Watches a run that may end as soon as its verdict is known.
     *
     * @param run the run, as its samples end
     * @param rule when it may end
     * @return the watch; empty where every sample is needed
     */
    public Optional<EarlyStop> watch(RunSummary run, StopRule rule) {
        return switch (rule) {
            case NEVER -> Optional.empty();
            case WHEN_KNOWN -> Optional.of(EarlyStop.whenKnown(this, run, stopping()));
            case WHEN_SETTLED -> Optional.of(EarlyStop.whenSettled(this, run));
        };
    }

    private List<StoppingGate> stopping() {
        return gates.stream()
                .filter(StoppingGate.class::isInstance)
                .map(StoppingGate.class::cast)
                .toList();
    }

    ErrorLimit errorLimit() {
        return errorLimit;
    }

    /**
     * Asks every gate. A run that can't be judged is an ERROR whatever the gate would say, and so is a gate that throws.
     * Errors count against the budget whichever score they befell: a judge that never answered is noticed under a gate of
     * another score, too.
     *
     * @param run the run, complete
     * @return one verdict per gate, in the order of the annotations
     */
    public List<Verdict> decide(RunSummary run) {
        return gates.stream()
                .map(gate -> {
                    RunSummary part = gate.slice().isEmpty() ? run : run.slice(gate.slice());
                    return VerdictFigures.complete(decide(gate, part, run), part);
                })
                .toList();
    }

    /** A slice of which no case was selected, or all are in quarantine, leaves nothing to decide by. */
    private Verdict decide(Gate gate, RunSummary run, RunSummary whole) {
        try {
            if (!gate.slice().isEmpty() && run.cases() == 0) {
                return Verdict.of(
                        gate.describe(),
                        VerdictStatus.NOT_DECIDED,
                        GateMessages.emptySlice(gate.slice(), whole),
                        new Tally(0, 0, 0, 0));
            }
            Tally tally = gate.tally(run);
            int notRun = Math.min(run.notRun(), tally.errors());
            if (notRun > 0 && errorLimit.allows(tally.withoutErrors(notRun), run.cases())) {
                String reason = GateMessages.notRun(notRun, tally, run);
                return Verdict.of(gate.describe(), VerdictStatus.NOT_DECIDED, reason, tally);
            }
            if (tally.scored() == 0) {
                return error(gate, run, tally, GateMessages.nothingScored(tally));
            }
            if (!errorLimit.allows(tally, run.cases())) {
                return error(gate, run, tally, GateMessages.tooManyErrors(tally, errorLimit, run.cases()));
            }
            Optional<String> unanswered = unanswered(whole);
            if (unanswered.isPresent()) {
                return error(gate, run, tally, unanswered.get());
            }
            if (2L * tally.notApplicable() > tally.total()) {
                return error(gate, run, tally, GateMessages.mostlyNotApplicable(tally));
            }
            return gate.decide(run);
        } catch (RuntimeException e) {
            return Verdict.of(describe(gate), VerdictStatus.ERROR, GateMessages.gateFailed(e), new Tally(0, 0, 0, 0));
        }
    }

    /**
     * Errors count whichever score they befell, and whatever misses stand beside them: by case, and score by score. A
     * score that is only recorded asks for nothing, but those that were asked for must have been made.
     */
    private Optional<String> unanswered(RunSummary run) {
        Tally cases = Tallies.byAnswer(run).withoutErrors(run.notRun());
        if (!errorLimit.allows(cases, run.cases())) {
            return Optional.of(GateMessages.tooManyErrors(cases, errorLimit, run.cases()));
        }
        return run.scoreNames().stream()
                .filter(name -> !errorLimit.allows(Tallies.taken(run, name).withoutErrors(run.notRun()), run.cases()))
                .findFirst()
                .map(name -> GateMessages.tooManyErrorsOf(name, Tallies.taken(run, name), errorLimit, run.cases()));
    }

    private static Verdict error(Gate gate, RunSummary run, Tally tally, String reason) {
        return Verdict.of(gate.describe(), VerdictStatus.ERROR, reason, tally).decidedBy(Deciding.errors(run));
    }

    private static GateDescription describe(Gate gate) {
        try {
            return gate.describe();
        } catch (RuntimeException e) {
            return new GateDescription(gate.getClass().getSimpleName(), java.util.Map.of());
        }
    }
}
