package dev.junitllm.report.waterfall;

import dev.junitllm.Decimals;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.Usage;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tokens and cost in words. What isn't known is not said, and never zero. */
public final class Amounts {

    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private Amounts() {}

    /** A score, which may be anything that a library computes. */
    static String score(double value, @Nullable Double other) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        return other == null || !Double.isFinite(other) ? Decimals.show(value) : Decimals.show(value, other);
    }

    /** Such as {@code 1,204 → 83}; empty where neither is known. */
    static String tokens(Usage usage) {
        return usage.inputTokens() == null && usage.outputTokens() == null
                ? ""
                : count(usage.inputTokens()) + " → " + count(usage.outputTokens());
    }

    /**
     * Tokens in words.
     *
     * @param usage the tokens
     * @return such as {@code 1,204 tokens in (1,024 from the cache), 83 out}; empty where nothing is known
     */
    public static String tokensInWords(Usage usage) {
        String in = usage.inputTokens() == null
                ? ""
                : count(usage.inputTokens()) + " tokens in"
                        + parts(
                                part(usage.cacheReadTokens(), "from the cache"),
                                part(usage.cacheWriteTokens(), "into the cache"));
        String out = usage.outputTokens() == null
                ? ""
                : count(usage.outputTokens())
                        + (in.isEmpty() ? " tokens out" : " out")
                        + parts(part(usage.reasoningTokens(), "to reason"));
        return Stream.of(in, out).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String parts(String... parts) {
        String said = Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return said.isEmpty() ? "" : " (" + said + ")";
    }

    private static String part(@Nullable Long count, String words) {
        return count == null || count == 0 ? "" : count(count) + " " + words;
    }

    private static String count(@Nullable Long count) {
        return count == null ? "?" : String.format(Locale.ROOT, "%,d", count);
    }

    /**
     * What a step cost by itself.
     *
     * @param span the step
     * @return such as {@code $0.0012}, or {@code ≥ $0.0012} where a price was missing; empty where it isn't known
     */
    public static String cost(TraceSpan span) {
        boolean estimated = Boolean.TRUE.equals(span.attributes().get(TraceNames.COST_ESTIMATED));
        return span.cost()
                .map(cost -> (estimated ? "≥ " : "") + cost(cost, span.text(TraceNames.COST_CURRENCY)))
                .orElse("");
    }

    /** To the cent, or as small as it takes to say two digits. */
    static String cost(BigDecimal cost, Optional<String> currency) {
        BigDecimal rounded = cost.signum() == 0 || cost.abs().compareTo(BigDecimal.ONE) >= 0
                ? cost.setScale(2, RoundingMode.HALF_UP)
                : cost.round(TWO_DIGITS);
        String number = rounded.abs().precision() - rounded.scale() > 15 || rounded.scale() > 15
                ? rounded.toString()
                : rounded.toPlainString();
        return currency.filter(name -> !name.equals("USD"))
                .map(name -> number + " " + name)
                .orElse("$" + number);
    }
}
