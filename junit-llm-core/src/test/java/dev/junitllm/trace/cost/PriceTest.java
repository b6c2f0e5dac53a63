package dev.junitllm.trace.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Usage;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PriceTest {

    private final Price full = price("2.50", "10", "0.25", "3");

    @Test
    void pricesFreshAndCachedTokensApart() {
        // 1,000 fresh at 2.50, 3,000 read at 0.25, 1,000 written at 3, 500 out at 10, each per million
        assertThat(full.of(new Usage(5_000L, 500L, 3_000L, 1_000L, 200L))).contains(new BigDecimal("0.01125"));
        assertThat(full.of(Usage.of(1_000_000, 1_000_000))).contains(new BigDecimal("12.5"));
        assertThat(full.of(Usage.of(0, 0))).contains(new BigDecimal("0"));
    }

    @Test
    void pricesCachedTokensLikeOthersWhereTheirPriceIsUnknown() {
        Price plain = price("2", "10", null, null);

        Usage cached = new Usage(1_000L, 0L, 400L, 100L, null);
        assertThat(plain.of(cached)).contains(new BigDecimal("0.002"));
        assertThat(plain.isEstimate(cached)).isTrue();
        assertThat(plain.isEstimate(new Usage(1_000L, 0L, 0L, null, null))).isFalse();
        assertThat(full.isEstimate(cached)).isFalse();
    }

    @Test
    void isUnknownWhereTokensAreUnknown() {
        assertThat(full.of(Usage.UNKNOWN)).isEmpty();
        assertThat(full.of(new Usage(1L, null))).isEmpty();
        assertThat(full.of(new Usage(null, 1L))).isEmpty();
    }

    @Test
    void neverCountsMoreCachedTokensThanThereAre() {
        assertThat(full.of(new Usage(1_000L, 0L, 5_000L, 5_000L, null))).contains(new BigDecimal("0.00025"));
    }

    @Test
    void tellsTheMostACallCanCost() {
        assertThat(full.atMost(1_000, 100)).isEqualByComparingTo("0.004");
        assertThat(price("2", "10", null, null).atMost(1_000, 100)).isEqualByComparingTo("0.003");
    }

    @Test
    void refusesNegativePrices() {
        assertThatIllegalArgumentException().isThrownBy(() -> price("-1", "0", null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> price("1", "0", "-1", null));
    }

    static Price price(String input, String output, @Nullable String cacheRead, @Nullable String cacheWrite) {
        return new Price(
                new BigDecimal(input),
                new BigDecimal(output),
                cacheRead == null ? null : new BigDecimal(cacheRead),
                cacheWrite == null ? null : new BigDecimal(cacheWrite));
    }
}
