package dev.junitllm.judge.cost;

import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.trace.cost.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** The calls that the judges of one test made. Safe for use by several threads. */
final class TestCalls {

    private final Map<String, Integer> byCase = new HashMap<>();
    private final Set<String> models = new TreeSet<>();
    private final Set<String> unpriced = new TreeSet<>();
    private final List<Long> nanos = new ArrayList<>();
    private BigDecimal cost = BigDecimal.ZERO;
    private long tokens;
    private int begun;
    private int replayed;
    private int withoutCost;
    private int estimated;
    private int withoutTokens;
    private int unanswered;

    /** Notes that a model will be asked. Returns whether it is the first. */
    synchronized boolean expect(ChatModelDescription model, Optional<Price> price) {
        boolean first = models.isEmpty();
        models.add(model.toString());
        if (price.isEmpty()) {
            unpriced.add(model.toString());
        }
        return first;
    }

    synchronized void begin(CallLabel label) {
        begun++;
        byCase.merge(sample(label), 1, Integer::sum);
    }

    /** What was begun was not sent after all. */
    synchronized void notSent(CallLabel label) {
        begun--;
        byCase.computeIfPresent(sample(label), (sample, number) -> number == 1 ? null : number - 1);
    }

    /** What was sent ended in an error: nobody knows what it took. */
    synchronized void unanswered() {
        unanswered++;
    }

    synchronized void end(ChatReply reply, Optional<Price> price, long took) {
        if (reply.replayed()) {
            replayed++;
            return;
        }
        nanos.add(took);
        price.flatMap(known -> known.of(reply.usage()))
                .ifPresentOrElse(amount -> cost = cost.add(amount), () -> withoutCost++);
        estimated += price.filter(known -> known.isEstimate(reply.usage())).isPresent() ? 1 : 0;
        OptionalLong total = reply.usage().totalTokens();
        total.ifPresentOrElse(count -> tokens += count, () -> withoutTokens++);
    }

    /** What was counted so far. */
    synchronized Counts counts() {
        return new Counts(
                Set.copyOf(models),
                List.copyOf(unpriced),
                begun,
                replayed,
                cost,
                withoutCost,
                estimated,
                tokens,
                withoutTokens,
                unanswered,
                byCase.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey),
                byCase.values().stream().mapToInt(Integer::intValue).max().orElse(0),
                percentile95());
    }

    private static String sample(CallLabel label) {
        return label.caseId() + "#" + label.sample();
    }

    /** By the nearest rank: the least latency that at least 95 % of the calls kept to. */
    private Optional<Duration> percentile95() {
        if (nanos.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int rank = Math.toIntExact((95L * sorted.size() + 99) / 100);
        return Optional.of(Duration.ofNanos(sorted.get(rank - 1)));
    }

    /**
     * The calls of one test.
     *
     * @param models the models that are asked
     * @param unpriced those of them that have no price
     * @param calls how many calls were made, those that failed and those from recordings included
     * @param replayed how many of them came from recordings
     * @param cost what the others cost, as far as that is known
     * @param withoutCost how many of them cost nobody knows what
     * @param estimated of how many of them the cost is an estimate, for their cached tokens have no price
     * @param tokens the tokens they took, as far as that is known
     * @param withoutTokens how many of them took nobody knows how many
     * @param unanswered how many of the calls ended in an error, which may have cost something all the same
     * @param busiest the case with the most calls, and the number of its sample, where there is one
     * @param mostOfCase how many calls that is
     * @param p95 95 % of the calls that were answered took at most so long; empty where none was
     */
    record Counts(
            Set<String> models,
            List<String> unpriced,
            int calls,
            int replayed,
            BigDecimal cost,
            int withoutCost,
            int estimated,
            long tokens,
            int withoutTokens,
            int unanswered,
            Optional<String> busiest,
            int mostOfCase,
            Optional<Duration> p95) {}
}
