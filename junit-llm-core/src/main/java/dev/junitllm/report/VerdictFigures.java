package dev.junitllm.report;

import dev.junitllm.Decimals;
import dev.junitllm.Printable;
import dev.junitllm.run.Bounds;
import dev.junitllm.run.Estimate;
import dev.junitllm.run.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a verdict was decided by, in one line: the same words on the console, in Markdown, in messages and in Allure. */
public final class VerdictFigures {

    private static final int LONGEST = 120;

    private VerdictFigures() {}

    /**
     * The figures of a verdict, with how its interval was computed.
     *
     * @param verdict the verdict
     * @return such as {@code cases 40, samples 40, errors 0, smallest detectable drop 0.187, seed 7, method Clopper–Pearson};
     *     empty where it has none
     */
    public static String line(Verdict verdict) {
        List<String> parts = new ArrayList<>();
        all(verdict).forEach((name, value) -> parts.add(name + " " + value));
        return String.join(", ", parts);
    }

    /**
     * The figures of a verdict one by one, with how its interval was computed.
     *
     * @param verdict the verdict
     * @return what each is, by name, in the order to show them
     */
    public static Map<String, String> all(Verdict verdict) {
        Map<String, String> all = new LinkedHashMap<>();
        verdict.figures().forEach((name, value) -> all.put(Printable.line(name, LONGEST), shown(value)));
        Estimate estimate = verdict.estimate();
        if (estimate != null && estimate.method() != null) {
            all.put("method", estimate.method());
        }
        Bounds bounds = estimate == null ? null : estimate.bounds();
        if (bounds != null) {
            all.put(
                    "bounds at " + Decimals.show(bounds.confidence()),
                    "%s to %s (%s)"
                            .formatted(Decimals.show(bounds.lower()), Decimals.show(bounds.upper()), bounds.method()));
        }
        return all;
    }

    private static String shown(Object value) {
        return value instanceof Double || value instanceof Float
                ? number(((Number) value).doubleValue())
                : Printable.line(value.toString(), LONGEST);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? Decimals.show(value) : Double.toString(value);
    }
}
