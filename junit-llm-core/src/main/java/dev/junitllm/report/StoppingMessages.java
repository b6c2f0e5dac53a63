package dev.junitllm.report;

import dev.junitllm.run.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is said of a run that stopped early. */
public final class StoppingMessages {

    /** Why a sample did not run. */
    public static final String LEFT_OUT = "not needed: the verdict was known before (stopEarly)";

    private StoppingMessages() {}

    /**
     * What stopping early saved, and what running side by side cost.
     *
     * @param run everything that ran
     * @param decisive what the verdict is about
     * @param tokensPerSample how many tokens a sample took on average; 0 where unknown
     * @param costPerSample what a sample cost on average, in the test's currency; 0 where unknown
     * @return two sentences or three; empty where nothing was left out
     */
    public static String stopped(RunSummary run, RunSummary decisive, double tokensPerSample, double costPerSample) {
        int most = run.planned();
        long ran = run.samples().count();
        if (ran == most) {
            return "";
        }
        long needed = decisive.samples().count();
        StringBuilder remark = new StringBuilder("stopped early: the verdict was known after %s of at most %s samples"
                .formatted(count(needed), count(most)));
        remark.append("; ").append(count(most - ran)).append(" were left out");
        List<String> saved = new ArrayList<>();
        if (tokensPerSample > 0) {
            saved.add(count(Math.round((most - ran) * tokensPerSample)) + " tokens");
        }
        if (costPerSample > 0) {
            saved.add("a cost of " + String.format(Locale.ROOT, "%.2f", (most - ran) * costPerSample));
        }
        if (!saved.isEmpty()) {
            remark.append(", which saved about ").append(String.join(" and ", saved));
        }
        if (ran > needed) {
            remark.append(". ")
                    .append(count(ran - needed))
                    .append(ran - needed == 1 ? " sample was" : " samples were")
                    .append(" under way by then: shown, but not part of the verdict");
        }
        return remark.toString();
    }

    static String quarantined(int cases) {
        return cases + (cases == 1 ? " case in quarantine" : " cases in quarantine");
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
