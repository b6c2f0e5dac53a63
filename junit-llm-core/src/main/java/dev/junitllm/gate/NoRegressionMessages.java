package dev.junitllm.gate;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.run.BaselineFile;
import dev.junitllm.run.BaselineOrigin;
import dev.junitllm.score.Bar;
import dev.junitllm.stats.DetectableDrop;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What {@link NoRegressionGate} says. */
final class NoRegressionMessages {

    private static final String UPDATE = "-Djunit.llm.baseline=update";
    private static final String APPROVE = "-Djunit.llm.baseline=approve";

    private NoRegressionMessages() {}

    static String noBaseline(BaselineFile file, boolean onCi) {
        return "there is no baseline to compare with: record one with %s, and commit %s%s"
                .formatted(UPDATE, file.shown(), onCi ? " (CI is set, where a missing baseline is an error)" : "");
    }

    static String recordedFirst(BaselineFile file) {
        return "there was no baseline to compare with: this run is to be recorded as the first, in " + file.shown();
    }

    static String recordedAnew(BaselineFile file) {
        return "nothing was compared: this run is to be approved as the baseline, in " + file.shown();
    }

    static String incomparable(String reason, BaselineFile file) {
        return "%s since %s was recorded, so nothing can be compared: approve a new baseline with %s"
                .formatted(reason, file.shown(), APPROVE);
    }

    static String scoreIsNewOrGone(String name, boolean isNew) {
        return "score %s has %s the method".formatted(Printable.line(name), isNew ? "come to" : "gone from");
    }

    static String scoreIsMadeDifferently(String name) {
        return "score %s is made in another way (its metric, judge or criterion has changed)"
                .formatted(Printable.line(name));
    }

    static String otherBar(String name, Bar then, Bar now) {
        return "the bar of score %s has changed from %s to %s".formatted(Printable.line(name), shown(then), shown(now));
    }

    private static String shown(Bar bar) {
        return bar.atLeast() == null ? "none" : Decimals.show(bar.atLeast());
    }

    static String noPairs(String name) {
        return "no case can be compared with %s: approve a new one with %s".formatted(name, APPROVE);
    }

    static String tooFewToCompare(String name) {
        return "too few cases have the content they have in %s to be compared with it".formatted(name);
    }

    static String changedTooMuch(String name, BaselinePairs pairs) {
        return "%s of %s have other content than in %s, more than a tenth, so it is no baseline of this golden set any more: record a new one with %s"
                .formatted(
                        pairs.changed().size(),
                        count(pairs.changed().size() + pairs.pairs().size(), "case"),
                        name,
                        UPDATE);
    }

    static String compared(MarkComparison comparison, PairedChange change, Compared compared) {
        BaselinePairs pairs = comparison.pairs();
        String of = compared.of().isEmpty() ? "" : " of " + Printable.line(compared.of());
        return "the %s%s over %s is %s, and was %s in %s: %s, %s (change between %s and %s, each at %s %%, %s%s)"
                .formatted(
                        compared.mean() ? "mean" : "pass rate",
                        of,
                        count(pairs.pairs().size(), "case"),
                        beside(pairs.meanNow(), pairs.meanBefore()),
                        beside(pairs.meanBefore(), pairs.meanNow()),
                        comparison.name(),
                        inWords(change.value(), comparison.rule().maxDrop()),
                        judged(comparison, change),
                        Decimals.show(change.lower(), -comparison.rule().maxDrop()),
                        Decimals.show(change.upper(), 0),
                        Decimals.show(comparison.rule().confidence() * 100),
                        change.method(),
                        "; %s p %s"
                                .formatted(
                                        change.p().method(),
                                        Decimals.show(change.p().value())));
    }

    /** In as many decimals as tell it from the other, where they differ. */
    static String beside(double value, double other) {
        return value == other ? Decimals.show(value) : Decimals.show(value, other);
    }

    private static String inWords(double change, double maxDrop) {
        return change == 0
                ? "no change"
                : change < 0 ? "a drop of " + Decimals.show(-change, maxDrop) : "a rise of " + Decimals.show(change);
    }

    static String confirmed(SevereDrop drop) {
        return "case %s has dropped by %s, and each of %s fresh samples confirms it"
                .formatted(
                        Printable.line(drop.pair().id(), 80),
                        Decimals.show(drop.pair().drop()),
                        drop.fresh().size());
    }

    static String state(SevereDrop drop) {
        int fresh = drop.fresh().size();
        return switch (drop.state()) {
            case CONFIRMED -> "confirmed by each of %s fresh samples".formatted(fresh);
            case REFUTED -> "not confirmed: fresh sample %s is better".formatted(fresh);
            case UNCLEAR -> "not confirmed: fresh sample %s ended in an error".formatted(fresh);
            case OPEN -> fresh == 0 ? "not sampled again" : "not confirmed: only %s fresh samples".formatted(fresh);
        };
    }

    static String detectable(@Nullable DetectableDrop drop) {
        return drop == null
                ? "So few cases could not have shown any drop"
                : "The smallest drop that so many cases show four times out of five is " + Decimals.show(drop.drop());
    }

    private static String judged(MarkComparison comparison, PairedChange change) {
        String allowed = Decimals.show(comparison.rule().maxDrop(), -change.value());
        if (change.comparison().shown()) {
            return change.comparison().worse()
                    ? "worse, within the allowed drop of " + allowed
                    : "within the allowed drop of " + allowed;
        }
        boolean tooMuch = change.comparison().beyondMargin();
        if (change.comparison().worse()) {
            return tooMuch
                    ? "more than the allowed " + allowed + ", and shown to be a drop"
                    : "shown to be a drop, perhaps of more than the allowed " + allowed;
        }
        return tooMuch ? "more than the allowed " + allowed : "not shown to be within the allowed drop of " + allowed;
    }

    static String coverage(BaselinePairs pairs, NoRegressionRule rule) {
        String gone = pairs.missing().isEmpty()
                ? ""
                : count(pairs.missing().size(), "case") + " of the baseline "
                        + (pairs.missing().size() == 1 ? "is" : "are") + " gone from the golden set";
        String unscored = pairs.unscored().isEmpty()
                ? ""
                : count(pairs.unscored().size(), "case") + " "
                        + (pairs.unscored().size() == 1 ? "is" : "are") + " no longer scored";
        return gone
                + (gone.isEmpty() || unscored.isEmpty() ? "" : " and ")
                + unscored
                + (rule.allowMissing()
                        ? ", as is allowed"
                        : ": where that is meant, record a new baseline with %s, or set allowMissing = true"
                                .formatted(UPDATE));
    }

    static String hangsOnErrors(BaselinePairs pairs) {
        return "This pass hangs on the %s: counted as failures, they would be too large a drop"
                .formatted(count(pairs.errors().size(), "error"));
    }

    static String isBeingUpdated(BaselineFile file) {
        return "This run is to be recorded as the baseline, in %s, and was compared with the approved one only"
                .formatted(file.shown());
    }

    static String sinceThen(String name, BaselineOrigin then, BaselineOrigin now) {
        Map<String, BaselineOrigin.Change> changes = then.changes(now);
        if (changes.isEmpty()) {
            return "Nothing that %s knows of has changed since%s"
                    .formatted(
                            name,
                            now.application().isEmpty() && now.prompt().isEmpty()
                                    ? " (set junit.llm.application-version and junit.llm.prompt-version, and it knows more)"
                                    : "");
        }
        return "Changed since %s: ".formatted(name)
                + changes.entrySet().stream()
                        .map(change -> "%s %s → %s"
                                .formatted(
                                        change.getKey(),
                                        known(change.getKey(), change.getValue().before()),
                                        known(change.getKey(), change.getValue().now())))
                        .collect(Collectors.joining(", "));
    }

    private static String known(String name, String text) {
        if (text.isEmpty()) {
            return "(unknown)";
        }
        boolean hash = name.equals("commit") || name.equals("goldenSet");
        return Printable.line(
                hash && text.length() > 12 ? text.substring(0, 12) + (text.endsWith("+") ? "+" : "") : text, 80);
    }

    static String count(int number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }
}
