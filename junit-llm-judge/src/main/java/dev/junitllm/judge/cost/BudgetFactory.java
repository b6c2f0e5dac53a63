package dev.junitllm.judge.cost;

import dev.junitllm.Printable;
import dev.junitllm.RunScope;
import dev.junitllm.gate.Gate;
import dev.junitllm.gate.GateFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class BudgetFactory implements GateFactory<Budget> {

    private static final Pattern LATENCY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)\\s*(ms|s|m)");

    @Override
    public Gate create(Budget annotation, RunScope scope) {
        BudgetLimits limits = new BudgetLimits(
                cost(annotation.maxCost()),
                atLeast1("maxTokens", annotation.maxTokens(), Long.MAX_VALUE),
                atLeast1("maxCallsPerCase", annotation.maxCallsPerCase(), Integer.MAX_VALUE),
                latency(annotation.p95Latency()));
        if (limits.isEmpty()) {
            throw new IllegalArgumentException(
                    "set at least one of maxCost, maxTokens, maxCallsPerCase and p95Latency");
        }
        JudgeCosts costs = JudgeCosts.of(scope);
        return new BudgetGate(limits, costs.calls(scope.test()), costs.currency());
    }

    private static Optional<BigDecimal> cost(double most) {
        if (most == Double.POSITIVE_INFINITY) {
            return Optional.empty();
        }
        if (!(most >= 0)) {
            throw new IllegalArgumentException("maxCost = %s: it is an amount, at least 0".formatted(most));
        }
        return Optional.of(BigDecimal.valueOf(most));
    }

    private static Optional<Long> atLeast1(String name, long most, long unset) {
        if (most == unset) {
            return Optional.empty();
        }
        if (most < 1) {
            throw new IllegalArgumentException("%s = %s: 1 is the least".formatted(name, most));
        }
        return Optional.of(most);
    }

    private static Optional<Duration> latency(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher matcher = LATENCY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "p95Latency = \"%s\": write a number and a unit, such as 800ms, 2.5s or 1m"
                            .formatted(Printable.line(text, 80)));
        }
        long unit = switch (matcher.group(2)) {
            case "ms" -> 1;
            case "s" -> 1_000;
            default -> 60_000;
        };
        return Optional.of(Duration.ofNanos(new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit * 1_000_000))
                .longValue()));
    }
}
