package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.run.BaselineFile;
import dev.junitllm.run.RunBaseline;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.stats.Interval;
import java.util.List;
import java.util.Optional;

/** What {@link SameBehaviorGate} says. */
final class SameBehaviorMessages {

    static final String NOT_TRACED =
            "no step was recorded in any case, so nothing is known of how the application went about them: see that tracing is on and the application is traced (docs/tracing.md)";

    private static final String UPDATE = "-Djunit.llm.baseline=update";

    private SameBehaviorMessages() {}

    static String recording(RunBaseline beside, boolean again) {
        return again
                ? "nothing was compared: this run is to be recorded as the baseline, in "
                        + beside.file().shown()
                : NoRegressionMessages.recordedFirst(beside.file());
    }

    static String noSteps(BaselineFile file, boolean onCi) {
        return "the baseline says nothing of steps, since the run it was recorded from was not traced: record it anew with %s, and commit %s%s"
                .formatted(UPDATE, file.shown(), onCi ? " (CI is set, where a missing baseline is an error)" : "");
    }

    /** Why the two sides are not about the same; empty where they are. */
    static Optional<String> incomparable(BehaviorPairs pairs, BaselineFile file) {
        int compared = pairs.pairs().size();
        int changed = pairs.changed().size();
        if (BehaviorPairs.tooMany(changed, compared + pairs.lost().size())) {
            return Optional.of(
                    "%s have other content than in the baseline, more than a tenth, so it is no baseline of this golden set any more: record a new one with %s"
                            .formatted(
                                    BehaviorWords.ofCases(
                                            changed,
                                            changed + compared + pairs.lost().size()),
                                    UPDATE));
        }
        if (BehaviorPairs.tooMany(pairs.lost().size(), compared)) {
            return Optional.of(
                    "%s have a trace in the baseline and none today, more than a tenth: is the application still traced?"
                            .formatted(BehaviorWords.ofCases(
                                    pairs.lost().size(), pairs.lost().size() + compared)));
        }
        return compared == 0
                ? Optional.of("no case has a trace both today and in %s".formatted(file.shown()))
                : Optional.empty();
    }

    static String lost(BehaviorPairs pairs) {
        return "%s no trace today and %s not compared"
                .formatted(
                        NoRegressionMessages.count(pairs.lost().size(), "case")
                                + (pairs.lost().size() == 1 ? " has" : " have"),
                        pairs.lost().size() == 1 ? "was" : "were");
    }

    /** Of nothing it can't be said that it is the same. */
    static String nothingOfIt(Behavior behavior) {
        return switch (behavior) {
            case TOOLS, TOOL_ORDER -> "no case calls a tool, now or in the baseline, so there are no tools to compare";
            case DOCUMENTS ->
                "no case retrieves anything, now or in the baseline, so there are no documents to compare";
            case MODEL_CALLS -> "no case calls a model, now or in the baseline, so there are no model calls to compare";
            case FAILED_STEPS -> "there are no steps to compare";
            case TOKENS, COST -> "no case knows its %s now and in the baseline".formatted(behavior.words());
        };
    }

    static String unknown(Behavior behavior, int unknown, int all) {
        String what = behavior == Behavior.DOCUMENTS
                ? "a search doesn't say which documents it found"
                : "the %s are not known".formatted(behavior == Behavior.COST ? "costs" : behavior.words());
        return "in %s %s, now or in the baseline, more than a tenth"
                .formatted(BehaviorWords.ofCases(unknown, all), what);
    }

    static String counted(
            Behavior behavior,
            List<CaseBehavior> changed,
            List<CaseBehavior> known,
            double maxChanged,
            boolean tooMany) {
        if (changed.isEmpty()) {
            return "%s in none of %s".formatted(behavior.words(), NoRegressionMessages.count(known.size(), "case"));
        }
        String allowed = maxChanged == 0 ? "none" : Decimals.show(maxChanged * 100) + " %";
        String tools = behavior == Behavior.TOOLS ? " (" + String.join("; ", BehaviorWords.tools(known)) + ")" : "";
        return "%s in %s%s, %s"
                .formatted(
                        behavior.words(),
                        BehaviorWords.ofCases(changed.size(), known.size()),
                        tools,
                        tooMany ? "of which " + allowed + " may change" : "within the allowed " + allowed);
    }

    static String amount(AmountChange change, Optional<Interval> bounds, double maxRatio, VerdictStatus status) {
        String allowed = BehaviorWords.percent(maxRatio);
        String judged = switch (status) {
            case PASS -> "within the allowed " + allowed;
            case FAIL -> "more than the allowed " + allowed;
            default -> "not shown to be within the allowed " + allowed;
        };
        return "%s %s over %s, %s (%s)"
                .formatted(
                        change.behavior().words(),
                        BehaviorWords.percent(change.ratio().ratio()),
                        NoRegressionMessages.count(change.ratio().cases(), "case"),
                        judged,
                        bounds.map(bound -> "between %s and %s, each at %s %%, %s"
                                        .formatted(
                                                BehaviorWords.percent(bound.lower()),
                                                BehaviorWords.percent(bound.upper()),
                                                Decimals.show(bound.confidence() * 100),
                                                bound.method()))
                                .orElse("one case says nothing of others"));
    }
}
