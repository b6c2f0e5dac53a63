package dev.junitllm.score.answer;

import dev.junitllm.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many items output and answer share.
 *
 * @param shared the items that were paired
 * @param given the items of the output
 * @param expected the items of the answer
 * @param missing items of the answer without a partner
 * @param wrong items of the output without a partner
 */
record ItemsMatch(int shared, int given, int expected, List<String> missing, List<String> wrong) {

    private static final int SHOWN = 3;

    /** The shared items over so many. */
    double share(int items) {
        if (given == 0 || expected == 0) {
            return given == expected ? 1 : 0;
        }
        return (double) shared / items;
    }

    /** Kept with the score. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("precision", ItemsFigure.PRECISION.of(this));
        details.put("recall", ItemsFigure.RECALL.of(this));
        details.put("f1", ItemsFigure.F1.of(this));
        details.put("shared", shared);
        details.put("given", given);
        details.put("expected", expected);
        return details;
    }

    /** Why the score is what it is. */
    String reason(boolean ordered) {
        String shares = given == 0
                ? "no items in the output, %s expected".formatted(expected)
                : String.format(
                        Locale.ROOT,
                        "%s of %s items %s, of %s expected",
                        shared,
                        given,
                        ordered ? "right and in order" : "right",
                        expected);
        return shares + list("; missing: ", missing) + list("; wrong: ", wrong);
    }

    private static String list(String title, List<String> items) {
        if (items.isEmpty()) {
            return "";
        }
        return title
                + items.stream()
                        .limit(SHOWN)
                        .map(item -> "'" + Printable.line(item, 40) + "'")
                        .collect(Collectors.joining(", "))
                + (items.size() > SHOWN ? " and " + (items.size() - SHOWN) + " more" : "");
    }
}
