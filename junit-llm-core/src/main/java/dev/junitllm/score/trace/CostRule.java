package dev.junitllm.score.trace;

import dev.junitllm.Printable;
import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls of models, embeddings included, cost so much at most.
 *
 * @param most how much, at least 0: in US dollars, or in whichever one currency the costs are
 */
record CostRule(BigDecimal most) implements TraceRule {

    private static final String DOLLARS = "USD";

    @Override
    public ScorerDescription describe() {
        return ScorerDescription.of("max-cost", Map.of("atMost", plain(most)));
    }

    @Override
    public Score check(Trace trace) throws ScoringException {
        RecordedSteps.of(trace);
        List<TraceSpan> calls = Stream.concat(trace.modelCalls().stream(), trace.ofKind(SpanKind.EMBEDDING).stream())
                .toList();
        BigDecimal known =
                calls.stream().map(TraceSpan::cost).flatMap(Optional::stream).reduce(BigDecimal.ZERO, BigDecimal::add);
        List<String> silent = calls.stream()
                .filter(call -> call.cost().isEmpty())
                .map(TraceSpan::name)
                .toList();
        Set<String> currencies = calls.stream()
                .filter(call -> call.cost().isPresent())
                .map(call -> call.text(TraceNames.COST_CURRENCY).orElse(DOLLARS))
                .collect(Collectors.toCollection(TreeSet::new));
        if (currencies.size() > 1) {
            throw new ScoringException(
                    "UNKNOWN_COST", "costs are in several currencies, which can't be added up: " + currencies);
        }
        String currency = currencies.stream().findFirst().orElse(DOLLARS);
        boolean passed = known.compareTo(most) <= 0;
        if (passed && (calls.isEmpty() || !silent.isEmpty())) {
            throw new ScoringException("UNKNOWN_COST", UnknownPart.message("costs", calls.size(), silent));
        }
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("cost", known.doubleValue());
        details.put("limit", most.doubleValue());
        return Score.passOrFail(
                        passed,
                        (silent.isEmpty() ? "" : "at least ")
                                + shown(known, currency)
                                + (passed ? "" : ", more than " + shown(most, currency)))
                .withDetails(details);
    }

    private static String shown(BigDecimal amount, String currency) {
        return currency.equals(DOLLARS) ? "$" + plain(amount) : plain(amount) + " " + Printable.line(currency, 10);
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
