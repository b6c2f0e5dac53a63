package dev.junitllm.run;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a run that is looked at: all of its rows, those of a slice, or those that had ended at some moment. Immutable.
 */
final class SeenRows {

    private final @Nullable BitSet rows;
    private final int @Nullable [] order;
    private final int planned;

    /**
     * A part.
     *
     * @param rows the rows that are seen, or {@code null} for all
     * @param order the places in the order in which they ran, or {@code null} for the planned order
     * @param planned how many samples there would be if every one had run
     */
    SeenRows(@Nullable BitSet rows, int @Nullable [] order, int planned) {
        this.rows = rows;
        this.order = order;
        this.planned = planned;
    }

    int planned() {
        return planned;
    }

    boolean has(int row) {
        return rows == null || rows.get(row);
    }

    /** How many cases there are among them. */
    int cases(SamplePlan plan) {
        return rows == null
                ? plan.cases()
                : (int) rows.stream().map(plan::caseOf).distinct().count();
    }

    /** The places, in the order in which they ran or were to run. */
    IntStream places(SamplePlan plan) {
        return order == null
                ? IntStream.range(0, plan.size()).filter(place -> has(plan.row(place)))
                : Arrays.stream(order);
    }

    /** What had ended when only these places had. */
    SeenRows after(int[] places, SamplePlan plan) {
        int[] then = Arrays.stream(places).filter(place -> has(plan.row(place))).toArray();
        BitSet first = new BitSet();
        Arrays.stream(then).map(plan::row).forEach(first::set);
        return new SeenRows(first, then, planned);
    }

    /** What is about some of the cases alone. */
    SeenRows only(IntPredicate cases, SamplePlan plan, Map<Integer, QuarantinedCase> quarantine) {
        BitSet part = new BitSet();
        IntStream.range(0, plan.size())
                .filter(row -> has(row) && cases.test(plan.caseOf(row)))
                .forEach(part::set);
        int[] then = order == null
                ? null
                : Arrays.stream(order)
                        .filter(place -> part.get(plan.row(place)))
                        .toArray();
        int partPlanned = plan.samplesPerCase()
                * (int) IntStream.range(0, plan.cases())
                        .filter(place -> cases.test(place) && !quarantine.containsKey(place))
                        .count();
        return new SeenRows(part, then, partPlanned);
    }
}
