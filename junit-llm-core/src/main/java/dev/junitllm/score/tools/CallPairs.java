package dev.junitllm.score.tools;

import dev.junitllm.score.Assignment;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which expected call was which made one. */
final class CallPairs {

    private static final int SHOWN = 3;

    private final List<Call> expected;
    private final List<Call> made;

    /** For each expected call the index of the made one, or {@link Assignment#NONE}. */
    private final int[] partners;

    private CallPairs(List<Call> expected, List<Call> made, int[] partners) {
        this.expected = expected;
        this.made = made;
        this.partners = partners;
    }

    /** Each with the one at its place. */
    static CallPairs byPlace(List<Call> expected, List<Call> made, CallComparison comparison) throws ScoringException {
        int[] partners = unpaired(expected.size());
        for (int i = 0; i < Math.min(expected.size(), made.size()); i++) {
            partners[i] = comparison.matches(expected.get(i), made.get(i)) ? i : Assignment.NONE;
        }
        return new CallPairs(expected, made, partners);
    }

    /** Each with the first one behind its predecessor's: where all have one, this finds it. */
    static CallPairs inOrder(List<Call> expected, List<Call> made, CallComparison comparison) throws ScoringException {
        int[] partners = unpaired(expected.size());
        int next = 0;
        for (int i = 0; i < made.size() && next < expected.size(); i++) {
            if (comparison.matches(expected.get(next), made.get(i))) {
                partners[next++] = i;
            }
        }
        return new CallPairs(expected, made, partners);
    }

    /** As many as possible, whatever their order. */
    static CallPairs inAnyOrder(List<Call> expected, List<Call> made, CallComparison comparison)
            throws ScoringException {
        if (Assignment.isTooLarge(expected.size(), made.size())) {
            throw new ScoringException(
                    "TOO_LARGE",
                    "%s calls are expected and %s were made, of which finding the best pairs would take too long; compare them in order"
                            .formatted(Integer.toString(expected.size()), Integer.toString(made.size())));
        }
        double[][] gain = new double[expected.size()][made.size()];
        for (int i = 0; i < gain.length; i++) {
            for (int j = 0; j < made.size(); j++) {
                gain[i][j] = comparison.matches(expected.get(i), made.get(j)) ? 1 : 0;
            }
        }
        int[] partners = Assignment.best(gain);
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] != Assignment.NONE && gain[i][partners[i]] == 0) {
                partners[i] = Assignment.NONE;
            }
        }
        return new CallPairs(expected, made, partners);
    }

    int expected() {
        return expected.size();
    }

    int made() {
        return made.size();
    }

    int matched() {
        return (int) Arrays.stream(partners)
                .filter(partner -> partner != Assignment.NONE)
                .count();
    }

    double f1() {
        int calls = expected.size() + made.size();
        return calls == 0 ? 1 : 2.0 * matched() / calls;
    }

    /** What is wrong: expected calls without a partner, each beside a made one of the same tool, and made ones left over. */
    String describe(CallComparison comparison, boolean mayLack, boolean mayExceed) throws ScoringException {
        TreeSet<Integer> unexpected =
                IntStream.range(0, made.size()).boxed().collect(Collectors.toCollection(TreeSet::new));
        Arrays.stream(partners).forEach(unexpected::remove);
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == Assignment.NONE) {
                Call call = expected.get(i);
                int alike = faults.size() < SHOWN ? alike(call, unexpected, comparison) : Assignment.NONE;
                if (alike != Assignment.NONE) {
                    unexpected.remove(alike);
                    String difference = comparison.difference(call, made.get(alike));
                    faults.add(made.get(alike) + (difference.isEmpty() ? " is out of order" : ": " + difference));
                } else if (!mayLack) {
                    faults.add(call + " is missing");
                }
            }
        }
        if (!mayExceed) {
            unexpected.forEach(index -> faults.add(made.get(index) + " is not expected"));
        }
        return Stream.concat(
                        faults.stream().limit(SHOWN),
                        faults.size() > SHOWN ? Stream.of("and " + (faults.size() - SHOWN) + " more") : Stream.empty())
                .collect(Collectors.joining("; "));
    }

    /** A call of the same tool, one that matches before any other. */
    private int alike(Call call, Set<Integer> among, CallComparison comparison) throws ScoringException {
        int first = Assignment.NONE;
        for (int index : among) {
            if (comparison.matches(call, made.get(index))) {
                return index;
            }
            if (first == Assignment.NONE && made.get(index).name().equals(call.name())) {
                first = index;
            }
        }
        return first;
    }

    private static int[] unpaired(int size) {
        int[] partners = new int[size];
        Arrays.fill(partners, Assignment.NONE);
        return partners;
    }
}
