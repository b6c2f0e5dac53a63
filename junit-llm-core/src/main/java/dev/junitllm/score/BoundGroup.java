package dev.junitllm.score;

import dev.junitllm.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A group with the measures that belong to it.
 *
 * @param name what its score is called
 * @param rule how its members count
 * @param bar what its value is held against; where members have bars of their own, 1
 * @param ownBars whether each member is held against its own bar
 * @param members at least one
 */
record BoundGroup(String name, ScoreGroup.Rule rule, Bar bar, boolean ownBars, List<Measure> members) {

    /** Binds a group to its members; empty where it has none. */
    static Optional<BoundGroup> of(ScoreGroup group, List<Measure> members) {
        ScorerDescription.checkName(group.name());
        boolean ownBars = Double.isNaN(group.atLeast());
        if (!ownBars && !(group.atLeast() >= 0 && group.atLeast() <= 1)) {
            throw wrong(group.name(), "atLeast = %s: a bar lies from 0 to 1".formatted(group.atLeast()));
        }
        if (ownBars && group.rule() == ScoreGroup.Rule.WEIGHTED) {
            throw wrong(group.name(), "rule = WEIGHTED needs atLeast: a mean can't be held against several bars");
        }
        for (Measure member : members) {
            check(group, ownBars, member);
        }
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(new BoundGroup(
                        group.name(), group.rule(), Bar.atLeast(ownBars ? 1 : group.atLeast()), ownBars, members));
    }

    private static void check(ScoreGroup group, boolean ownBars, Measure member) {
        Membership membership = Objects.requireNonNull(member.membership());
        if (!ownBars && membership.ownBar()) {
            throw wrong(
                    group.name(),
                    "atLeast is the bar of its members: remove atLeast from score '%s', or from the group"
                            .formatted(member.name()));
        }
        if (group.rule() != ScoreGroup.Rule.WEIGHTED && membership.weight() != 1) {
            throw wrong(
                    group.name(),
                    "rule = %s doesn't weigh: remove weight from score '%s', or make the rule WEIGHTED"
                            .formatted(group.rule(), member.name()));
        }
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("@ScoreGroup(name = \"%s\"): %s".formatted(name, what));
    }

    PlannedScore planned() {
        return new PlannedScore(name, bar, null, fingerprint(), null);
    }

    private String fingerprint() {
        Map<String, String> parts = new TreeMap<>();
        parts.put("rule", rule.name());
        for (Measure member : members) {
            Membership membership = Objects.requireNonNull(member.membership());
            parts.put(
                    "member " + member.name(),
                    member.fingerprint() + " " + membership.weight() + (ownBars ? " " + member.bar() : ""));
        }
        return ScorerDescription.of("group", parts).fingerprint();
    }

    /** Joins the members' scores into the group's. The members stay in the list, and decide nothing from now on. */
    CaseScore join(List<CaseScore> scores) {
        List<Part> parts = new ArrayList<>(members.size());
        for (Measure member : members) {
            int place = placeOf(member.name(), scores);
            CaseScore score = scores.get(place);
            parts.add(new Part(member, score));
            scores.set(place, score.inGroup(name));
        }
        return decide(parts);
    }

    private CaseScore decide(List<Part> parts) {
        List<Part> applicable = parts.stream()
                .filter(part -> part.score.outcome() != ScoreOutcome.NOT_APPLICABLE)
                .toList();
        if (applicable.isEmpty()) {
            return CaseScore.held(name, Score.notApplicable("no score of the group applies"), bar);
        }
        List<Part> made =
                applicable.stream().filter(part -> part.score.value() != null).toList();
        Optional<Part> erred =
                applicable.stream().filter(part -> part.score.error() != null).findFirst();
        if (erred.isPresent() && !decided(made)) {
            CaseScore score = erred.get().score;
            CaseError error = Objects.requireNonNull(score.error());
            return CaseScore.error(
                    name,
                    bar,
                    new CaseError(
                            error.kind(),
                            "its score '%s' could not be made: %s".formatted(score.name(), error.message()),
                            error.cause()));
        }
        String reason = reason(applicable);
        return rule == ScoreGroup.Rule.WEIGHTED
                ? weighted(made, reason)
                : CaseScore.held(name, Score.of(extreme(made), reason), bar);
    }

    /** Whether what was made decides, whatever the errors beside it would have been. */
    private boolean decided(List<Part> made) {
        return switch (rule) {
            case ALL -> made.stream().anyMatch(part -> !bar.isReachedBy(value(part)));
            case ANY -> made.stream().anyMatch(part -> bar.isReachedBy(value(part)));
            case WEIGHTED -> false;
        };
    }

    private double extreme(List<Part> made) {
        Comparator<Double> order = rule == ScoreGroup.Rule.ALL ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return made.stream().map(this::value).min(order).orElseThrow();
    }

    /** Held against the bar before it is rounded to a double. */
    private CaseScore weighted(List<Part> made, String reason) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal weights = BigDecimal.ZERO;
        for (Part part : made) {
            BigDecimal weight = BigDecimal.valueOf(
                    Objects.requireNonNull(part.measure.membership()).weight());
            sum = sum.add(weight.multiply(BigDecimal.valueOf(value(part))));
            weights = weights.add(weight);
        }
        double mean = Math.min(1, sum.divide(weights, MathContext.DECIMAL128).doubleValue());
        BigDecimal needed =
                BigDecimal.valueOf(Objects.requireNonNull(bar.atLeast())).multiply(weights);
        ScoreOutcome outcome = sum.compareTo(needed) >= 0 ? ScoreOutcome.PASSED : ScoreOutcome.FAILED;
        return new CaseScore(name, outcome, mean, bar, reason, null);
    }

    private double value(Part part) {
        double value = Objects.requireNonNull(part.score.value());
        return ownBars ? (part.measure.bar().isReachedBy(value) ? 1 : 0) : value;
    }

    private String reason(List<Part> applicable) {
        String how = switch (rule) {
            case ALL -> ownBars ? "all must reach their bars" : "the lowest counts";
            case ANY -> ownBars ? "one must reach its bar" : "the highest counts";
            case WEIGHTED -> "weighted mean";
        };
        return how + ": " + applicable.stream().map(this::show).collect(Collectors.joining(", "));
    }

    private String show(Part part) {
        CaseScore score = part.score;
        if (score.value() == null) {
            return score.name() + " ERROR";
        }
        String held = ownBars ? " (" + ScoreTable.bar(part.measure.bar()) + ")" : "";
        double weight = Objects.requireNonNull(part.measure.membership()).weight();
        return score.name() + " " + ScoreTable.value(score.value(), ownBars ? part.measure.bar() : bar) + held
                + (rule == ScoreGroup.Rule.WEIGHTED ? " × " + Decimals.show(weight) : "");
    }

    private static int placeOf(String name, List<CaseScore> scores) {
        for (int i = 0; i < scores.size(); i++) {
            if (scores.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalStateException("score '" + name + "' was not taken");
    }

    private record Part(Measure measure, CaseScore score) {}
}
