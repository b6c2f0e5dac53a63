package dev.junitllm.score.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.score.RegexSearch;
import dev.junitllm.score.ScoringException;
import dev.junitllm.score.Tolerance;
import java.util.Map;

/**
 * How two JSON values are compared, field by field. Immutable and safe for use by several threads: each method gives a new
 * one.
 *
 * <p>A field is whatever has nothing below it: a text, a number, a boolean, null, an empty object or an empty array, known
 * by its JSON Pointer (RFC 6901). Numbers are equal by value: 1 is 1.0. Nothing else is converted: {@code "1"} is not 1, and
 * null is a value, unlike a field that isn't there. Arrays are compared by position, objects by name in any order.
 *
 * <p>A path is a JSON Pointer in which {@code *} stands for any one step and {@code **} for any number of them, as in
 * {@code /items/*}{@code /id}. Of several rules of one kind that hold for a field the last one counts.
 */
public final class JsonComparison {

    private static final int MOST_DIFFERENCES = 20;

    private static final String EVERYWHERE = "/**";

    private final FieldRules rules;

    /** Makes one without any rules. */
    public JsonComparison() {
        this(FieldRules.NONE);
    }

    private JsonComparison(FieldRules rules) {
        this.rules = rules;
    }

    /**
     * Leaves fields out, with all that is below them.
     *
     * @param paths where they stand
     * @return a comparison that takes them out of both sides first
     * @throws IllegalArgumentException where a path is none, or leaves out everything
     */
    public JsonComparison ignoring(String... paths) {
        FieldRules all = rules;
        for (String path : paths) {
            all = all.with(path, new FieldRule.Ignored());
            if (all.isIgnored()) {
                throw new IllegalArgumentException("'" + path + "' leaves nothing to compare");
            }
        }
        return new JsonComparison(all);
    }

    /**
     * Allows every number to lie near the expected one: a passes for e where |a − e| is at most the larger of
     * {@code tolerance} and {@code relativeTolerance} · |e|.
     *
     * @param tolerance absolute, at least 0
     * @param relativeTolerance relative to the expected number, at least 0; 0.01 is one per cent
     * @return a comparison with the tolerance
     * @throws IllegalArgumentException naming the tolerance that is wrong
     */
    public JsonComparison within(double tolerance, double relativeTolerance) {
        return within(EVERYWHERE, tolerance, relativeTolerance);
    }

    /**
     * Allows numbers to lie near the expected ones.
     *
     * @param path where they stand
     * @param tolerance absolute, at least 0
     * @param relativeTolerance relative to the expected number, at least 0; 0.01 is one per cent
     * @return a comparison with the tolerance there
     * @throws IllegalArgumentException naming what is wrong
     */
    public JsonComparison within(String path, double tolerance, double relativeTolerance) {
        return with(path, new FieldRule.Within(Tolerance.of(tolerance, relativeTolerance)));
    }

    /**
     * Takes expected texts for regular expressions, to be found somewhere in the actual text.
     *
     * @param path where they stand
     * @return a comparison by regular expressions there
     * @throws IllegalArgumentException where the path is none
     */
    public JsonComparison matching(String path) {
        return with(path, new FieldRule.Matching(null, ""));
    }

    /**
     * Asks for texts in which a regular expression is found, whatever text is expected there.
     *
     * @param path where they stand
     * @param regex the expression; {@code \A} and {@code \z} anchor what the whole text must match
     * @return a comparison by that regular expression there
     * @throws IllegalArgumentException saying what is wrong with path or expression
     */
    public JsonComparison matching(String path, String regex) {
        if (regex.isEmpty()) {
            throw new IllegalArgumentException("the regular expression is empty, and every text matches that");
        }
        return with(path, new FieldRule.Matching(new RegexSearch(regex), regex));
    }

    /**
     * Takes expected arrays for lists of accepted values, one of which the actual value must equal. Each counts as one
     * field.
     *
     * @param path where they stand
     * @return a comparison with any of the values there
     * @throws IllegalArgumentException where the path is none
     */
    public JsonComparison oneOf(String path) {
        return with(path, new FieldRule.OneOf());
    }

    /**
     * Compares arrays whatever their order. Elements are paired so that as many fields as possible match; pairs that have
     * nothing in common count as missing and unexpected. Arrays of texts, numbers, booleans and nulls may be of any length;
     * for others an {@linkplain dev.junitllm.score.Assignment#isTooLarge end is set} near 500 with 500 elements.
     *
     * @param path where the arrays stand
     * @return a comparison without order there
     * @throws IllegalArgumentException where the path is none
     */
    public JsonComparison unordered(String path) {
        return unordered(path, "");
    }

    /**
     * Compares arrays of objects whatever their order, paired by the value of a field. Where an actual array has a value
     * twice, its first element counts, and the others are unexpected.
     *
     * @param path where the arrays stand
     * @param key the name of a field that every expected element has, each with another value
     * @return a comparison without order there
     * @throws IllegalArgumentException where the path is none
     */
    public JsonComparison unordered(String path, String key) {
        return with(path, new FieldRule.Unordered(key));
    }

    /**
     * Compares a field as an annotation says.
     *
     * @param field the annotation
     * @return a comparison with that rule
     * @throws IllegalArgumentException naming the attribute that is wrong
     */
    public JsonComparison with(FieldMatcher field) {
        return FieldMatchers.add(field, this);
    }

    /**
     * Checks that an expected value fits the rules, so that one that doesn't is noticed whatever it is compared with.
     *
     * @param expected what is expected
     * @throws ScoringException as {@link #compare} does
     */
    public void check(JsonNode expected) throws ScoringException {
        if (!rules.isEmpty()) {
            compare(expected, expected);
        }
    }

    /** Whether all fields of a value are left out of account, so that anything would be as expected. */
    boolean leavesNothingOf(JsonNode expected) {
        return !expected.isEmpty() && !(rules.value() instanceof FieldRule.OneOf) && FieldWalk.isField(expected, rules);
    }

    /**
     * Compares two values.
     *
     * @param expected what is expected
     * @param actual what there is
     * @return where they differ
     * @throws ScoringException where the expected value doesn't fit the rules (kinds {@code REGEX_INVALID},
     *     {@code NO_CHOICE}, {@code ARRAY_KEY}), a regular expression backtracks for too long ({@code REGEX_LIMIT}), or the
     *     values take too much work ({@code TOO_LARGE})
     */
    public JsonDifferences compare(JsonNode expected, JsonNode actual) throws ScoringException {
        FieldTally tally = new FieldTally(MOST_DIFFERENCES);
        try {
            new FieldWalk(tally, new Effort()).compare(expected, actual, Spot.root(rules));
        } catch (StackOverflowError e) {
            throw new ScoringException("TOO_LARGE", "the JSON nests too deeply to be compared", e);
        }
        return tally.result();
    }

    /**
     * Everything that decides a score here, for a scorer's description.
     *
     * @return the rules by their number; empty where there are none
     */
    public Map<String, String> parameters() {
        return rules.parameters();
    }

    private JsonComparison with(String path, FieldRule rule) {
        return new JsonComparison(rules.with(path, rule));
    }
}
