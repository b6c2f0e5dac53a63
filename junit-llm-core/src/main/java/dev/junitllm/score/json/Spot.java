package dev.junitllm.score.json;

/**
 * Where a comparison is: the place on both sides, which differ only below unordered arrays, and the rules there.
 *
 * @param expected the place on the expected side
 * @param actual the place on the actual side
 * @param rules the rules there
 */
record Spot(Place expected, Place actual, FieldRules rules) {

    static Spot root(FieldRules rules) {
        return new Spot(Place.ROOT, Place.ROOT, rules);
    }

    Spot child(String name) {
        Place place = expected.child(name);
        return new Spot(place, expected == actual ? place : actual.child(name), rules.at(name));
    }

    Spot child(int index) {
        return child(Integer.toString(index));
    }

    /** Below an unordered array; the rules are those of the expected element. */
    Spot child(int expectedIndex, int actualIndex) {
        return expectedIndex == actualIndex
                ? child(expectedIndex)
                : new Spot(
                        expected.child(expectedIndex),
                        actual.child(actualIndex),
                        rules.at(Integer.toString(expectedIndex)));
    }

    /** An element of the actual array alone. */
    Spot extra(int actualIndex) {
        String index = Integer.toString(actualIndex);
        return new Spot(expected, actual.child(index), rules.at(index));
    }
}
