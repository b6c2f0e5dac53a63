package dev.junitllm.judge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long is waited where the server says nothing of it. */
class RetryInterceptorTest {

    private static final HttpLimits LIMITS = HttpLimits.DEFAULTS.withLongestWait(Duration.ofSeconds(3));

    private final RetryInterceptor retries = new RetryInterceptor(
            LIMITS, new ServerErrors(new Wording(HttpUrl.get("http://localhost/"), new Keys(null)), LIMITS));

    @ParameterizedTest
    @CsvSource({"1, 375, 625", "2, 750, 1250", "3, 1500, 2500", "4, 3000, 3000", "60, 3000, 3000"})
    void waitsTwiceAsLongEachTimeGiveOrTakeAQuarterAndNeverLongerThanAllowed(int attempt, long least, long most) {
        assertThat(IntStream.range(0, 200)
                        .mapToLong(i -> retries.ownWait(attempt).toMillis()))
                .allMatch(millis -> millis >= least && millis <= most);
    }

    @Test
    void manyThatFailAtOnceDoNotComeBackAtOnce() {
        assertThat(IntStream.range(0, 200).mapToObj(i -> retries.ownWait(1)).distinct())
                .hasSizeGreaterThan(50);
    }
}
