package dev.junitllm.run;

import dev.junitllm.Usage;
import dev.junitllm.score.CaseError;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a run took beside its scores: time, tokens, money, and answers that were none. A few bytes per sample. Its table
 * guards it against several threads.
 */
final class RunMeter {

    private static final int MOST_KINDS = 50;

    private final float[] seconds;
    private int samples;
    private int outputs;
    private int blank;
    private int refused;
    private int filtered;
    private final Average input = new Average();
    private final Average output = new Average();
    private final Average cost = new Average();
    private final SortedMap<String, Integer> errors = new TreeMap<>();

    RunMeter(int rows) {
        seconds = new float[rows];
        Arrays.fill(seconds, Float.NaN);
    }

    void add(int row, CaseResult result) {
        samples++;
        CaseError error = result.error();
        if (error != null && (errors.containsKey(error.kind()) || errors.size() < MOST_KINDS)) {
            errors.merge(error.kind(), 1, Integer::sum);
        }
        if (result.outcome() != CaseOutcome.ERROR) {
            seconds[row] = result.body().toNanos() / 1e9f;
        }
        String answer = result.exchange().output();
        if (answer != null) {
            outputs++;
            blank += answer.isBlank() ? 1 : 0;
        }
        Ending ending = Ending.of(result);
        refused += ending == Ending.REFUSED ? 1 : 0;
        filtered += ending == Ending.FILTERED ? 1 : 0;
        Usage usage = result.exchange().usage();
        input.add(usage.inputTokens());
        output.add(usage.outputTokens());
        cost.add(money(result.exchange().attributes()));
    }

    private static @Nullable Double money(Map<String, String> attributes) {
        String said = attributes.get("cost");
        if (said == null) {
            return null;
        }
        try {
            double value = Double.parseDouble(said);
            return value >= 0 && Double.isFinite(value) ? value : null;
        } catch (NumberFormatException e) {
            return null; // a note of the user's own of that name
        }
    }

    Reading read() {
        double[] taken = IntStream.range(0, seconds.length)
                .mapToDouble(row -> seconds[row])
                .filter(time -> !Double.isNaN(time))
                .sorted()
                .toArray();
        return new Reading(
                samples,
                outputs,
                blank,
                refused,
                filtered,
                new TreeMap<>(errors),
                taken,
                input.copy(),
                output.copy(),
                cost.copy());
    }

    /**
     * What was read off.
     *
     * @param seconds how long each answered sample took, shortest first
     */
    @SuppressWarnings("ArrayRecordComponent") // made anew for each reading, and read once
    record Reading(
            int samples,
            int outputs,
            int blank,
            int refused,
            int filtered,
            SortedMap<String, Integer> errors,
            double[] seconds,
            Average input,
            Average output,
            Average cost) {}

    /** A mean of those that are known. */
    static final class Average {

        private int count;
        private double sum;

        private void add(@Nullable Number value) {
            if (value != null) {
                count++;
                sum += value.doubleValue();
            }
        }

        private Average copy() {
            Average copy = new Average();
            copy.count = count;
            copy.sum = sum;
            return copy;
        }

        int count() {
            return count;
        }

        double mean() {
            return sum / count;
        }
    }

    /** How the model ended, as far as the test said ({@code finish_reason}) or an error tells. */
    private enum Ending {
        REFUSED,
        FILTERED,
        OTHER;

        static Ending of(CaseResult result) {
            CaseError error = result.error();
            String said = result.exchange().attributes().getOrDefault("finish_reason", "")
                    + " "
                    + (error == null ? "" : error.kind());
            String words = said.toLowerCase(Locale.ROOT);
            if (words.contains("content_filter")) {
                return FILTERED;
            }
            // REQUEST_REFUSED is what a server says of a call, not a model of a question
            return words.replace("request_refused", "").contains("refus") ? REFUSED : OTHER;
        }
    }
}
