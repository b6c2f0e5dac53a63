package dev.junitllm.judge.criteria;

import dev.junitllm.Printable;
import java.util.ArrayList;
import java.util.List;

/** Puts into words why a score is what it is. What a model wrote is made printable and cut. */
final class Reasons {

    private static final int SHOWN = 300;
    private static final int MOST = 3;

    private Reasons() {}

    static String of(String verdict, String reason, String evidence) {
        String words = reason.isBlank() ? verdict : verdict + ": " + Printable.line(reason.strip(), SHOWN);
        return evidence.isBlank() ? words : words + " [" + Printable.line(evidence.strip(), SHOWN) + "]";
    }

    /** Such as {@code 2 of 3 claims follow from the context; c2 'It takes a week.' (not in the context)}. */
    static String share(long good, long all, String what, List<String> misses) {
        String figure = "%s of %s %s".formatted(Long.toString(good), Long.toString(all), what);
        return misses.isEmpty() ? figure : figure + "; " + listed(misses);
    }

    static String listed(List<String> misses) {
        List<String> shown = new ArrayList<>(misses.subList(0, Math.min(MOST, misses.size())));
        if (misses.size() > MOST) {
            shown.add("and " + (misses.size() - MOST) + " more");
        }
        return String.join("; ", shown);
    }
}
