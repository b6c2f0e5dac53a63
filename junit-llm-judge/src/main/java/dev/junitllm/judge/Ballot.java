package dev.junitllm.judge;

import dev.junitllm.Decimals;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Counts the votes on one case. A vote that is an error counts for nothing: the others decide only where more than half of all
 * that were asked for agree. For use by one thread.
 */
final class Ballot {

    private final int size;
    private final Aggregate aggregate;
    private final boolean stopsEarly;
    private final List<Vote> votes = new ArrayList<>();

    Ballot(int size, Aggregate aggregate, boolean stopsEarly) {
        this.size = size;
        this.aggregate = aggregate;
        this.stopsEarly = stopsEarly;
    }

    void add(Vote vote) {
        votes.add(vote);
    }

    List<Vote> votes() {
        return votes;
    }

    /** Whether nothing can change any more, or nothing would be gained. */
    boolean isOver() {
        if (votes.isEmpty()) {
            return false;
        }
        Vote last = votes.get(votes.size() - 1);
        if (votes.size() == size || last.endsTheBallot()) {
            return true;
        }
        if (aggregate == Aggregate.MEAN) {
            return last.isError();
        }
        return stopsEarly && mostFrequent() * 2 > size;
    }

    /** How many votes more there are at least before it is over: at least 1 until then. */
    int needed() {
        int left = size - votes.size();
        return aggregate == Aggregate.MEAN || !stopsEarly
                ? left
                : Math.min(left, Math.max(1, size / 2 + 1 - (int) mostFrequent()));
    }

    /** The score of all votes. */
    Score result() throws ScoringException {
        Vote last = votes.get(votes.size() - 1);
        if (last.endsTheBallot() || (size == 1 && last.isError())) {
            throw Objects.requireNonNull(last.error());
        }
        List<Vote> cast = votes.stream().filter(vote -> !vote.isError()).toList();
        if (cast.size() < votes.size() && (aggregate == Aggregate.MEAN || mostFrequent() * 2 <= size)) {
            throw incomplete(cast.size());
        }
        if (size == 1) {
            return Objects.requireNonNull(cast.get(0).score());
        }
        long inapplicable = cast.stream().filter(vote -> vote.value().isEmpty()).count();
        if (inapplicable * 2 >= cast.size()) {
            String reason =
                    "%s of %s votes find that it doesn't apply".formatted(Long.toString(inapplicable), cast.size());
            return Score.notApplicable(reason).withDetails(agreement(cast));
        }
        double[] values = cast.stream()
                .map(Vote::value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        double value = value(values, cast.size());
        return Score.of(value, reason(value, values, cast)).withDetails(agreement(cast));
    }

    private double value(double[] sorted, int cast) throws ScoringException {
        return switch (aggregate) {
            case MEAN -> Arrays.stream(sorted).sum() / sorted.length;
            case MEDIAN -> median(sorted);
            case MAJORITY -> {
                for (double candidate : sorted) {
                    if (Arrays.stream(sorted)
                                            .filter(value -> value == candidate)
                                            .count()
                                    * 2
                            > cast) {
                        yield candidate;
                    }
                }
                throw new ScoringException(
                        "NO_MAJORITY",
                        "%s votes give %s: no score has more than half of them; ask for more votes, or for the median"
                                .formatted(Integer.toString(cast), listed(sorted)));
            }
        };
    }

    /** With early stopping, the votes that were not cast could not have moved it: more than half agree. */
    private double median(double[] sorted) {
        if (mostFrequent() * 2 > size) {
            for (double candidate : sorted) {
                if (Arrays.stream(sorted).filter(value -> value == candidate).count() * 2 > size) {
                    return candidate;
                }
            }
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** How many votes give the score that most give; not to apply is a score here. */
    private long mostFrequent() {
        if (votes.isEmpty()) {
            return 0;
        }
        return votes.stream()
                .filter(vote -> !vote.isError())
                .collect(Collectors.groupingBy(Vote::value, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private ScoringException incomplete(int cast) {
        ScoringException first = votes.stream()
                .filter(Vote::isError)
                .findFirst()
                .map(vote -> Objects.requireNonNull(vote.error()))
                .orElseThrow();
        return new ScoringException(
                first.kind(),
                "%s of %s votes could be had, and no score has more than half of all; the first error: %s"
                        .formatted(Integer.toString(cast), Integer.toString(size), first.getMessage()),
                first);
    }

    private String reason(double value, double[] values, List<Vote> cast) {
        String why = cast.stream()
                .filter(vote -> vote.value().equals(OptionalDouble.of(value)))
                .findFirst()
                .map(vote -> ": " + Objects.requireNonNull(vote.score()).reason())
                .orElse("");
        return "%s of %s%s"
                .formatted(
                        switch (aggregate) {
                            case MEDIAN -> "median";
                            case MAJORITY -> "majority";
                            case MEAN -> "mean";
                        },
                        listed(values),
                        why);
    }

    private Map<String, Object> agreement(List<Vote> cast) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("votes-cast", votes.size());
        details.put("agreement", (double) mostFrequent() / cast.size());
        return details;
    }

    private static String listed(double[] values) {
        return Arrays.stream(values).mapToObj(Decimals::show).collect(Collectors.joining(", "));
    }
}
