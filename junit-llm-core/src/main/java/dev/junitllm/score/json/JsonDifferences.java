package dev.junitllm.score.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@link JsonComparison} found: how many fields are right on either side, and where the two values differ. A value has
 * at least one field, so that precision and recall are always defined. Immutable.
 */
public final class JsonDifferences {

    private static final int SHOWN = 5;

    private final int matched;
    private final int changed;
    private final int missing;
    private final int extra;
    private final List<FieldDifference> first;

    JsonDifferences(int matched, int changed, int missing, int extra, List<FieldDifference> first) {
        this.matched = matched;
        this.changed = changed;
        this.missing = missing;
        this.extra = extra;
        this.first = first;
    }

    /**
     * Whether there is none.
     *
     * @return true where every field is as expected and there is no other
     */
    public boolean isEmpty() {
        return changed + missing + extra == 0;
    }

    /**
     * How many fields are as expected.
     *
     * @return at least 0
     */
    public int matchedFields() {
        return matched;
    }

    /**
     * How many fields were expected.
     *
     * @return the matched, changed and missing ones
     */
    public int expectedFields() {
        return matched + changed + missing;
    }

    /**
     * How many fields there are.
     *
     * @return the matched, changed and unexpected ones
     */
    public int actualFields() {
        return matched + changed + extra;
    }

    /**
     * The share of the fields there are that is as expected.
     *
     * @return from 0 to 1
     */
    public double precision() {
        return (double) matched / actualFields();
    }

    /**
     * The share of the expected fields that is there.
     *
     * @return from 0 to 1
     */
    public double recall() {
        return (double) matched / expectedFields();
    }

    /**
     * The harmonic mean of precision and recall.
     *
     * @return from 0 to 1; 1 only where there is no difference
     */
    public double f1() {
        return 2.0 * matched / (expectedFields() + actualFields());
    }

    /**
     * The first differences, each with its JSON Pointer, what is there and what was expected.
     *
     * @return such as {@code /total is 3 instead of 4; /items/0/id is missing (7)}; empty where there is none
     */
    public String describe() {
        int all = changed + missing + extra;
        String shown =
                first.stream().limit(SHOWN).map(FieldDifference::toString).collect(Collectors.joining("; "));
        return all > SHOWN ? shown + "; and " + (all - SHOWN) + " more" : shown;
    }

    @Override
    public String toString() {
        if (isEmpty()) {
            return matched == 1 ? "the one field is as expected" : "all " + matched + " fields are as expected";
        }
        return String.format(
                Locale.ROOT,
                "precision %.2f (%s of %s fields), recall %.2f (%s of %s fields): %s",
                precision(),
                matched,
                actualFields(),
                recall(),
                matched,
                expectedFields(),
                describe());
    }

    List<FieldDifference> first() {
        return first;
    }

    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("precision", precision());
        details.put("recall", recall());
        details.put("f1", f1());
        details.put("matched", matched);
        details.put("changed", changed);
        details.put("missing", missing);
        details.put("unexpected", extra);
        details.put("differences", first.stream().map(FieldDifference::toString).toList());
        return details;
    }
}
