package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.trace.Capture;
import dev.junitllm.trace.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafeQuotesTest {

    private static final String KEY = "sk-proj-" + "Qm4xR7vT2kLp9sWd6hJn".repeat(4);

    private final List<String> texts = new ArrayList<>(List.of("nothing yet"));
    private final SafeQuotes quotes =
            new SafeQuotes(Capture.with(Redactor.forEnvironment(Map.of())), () -> List.copyOf(texts));

    @Test
    void knowWhatCameOutAfterTheyWereAskedFirst() {
        assertThat(quotes.reason("found Qm4xR7vT2kLp")).isEqualTo("found Qm4xR7vT2kLp");

        texts.add("the key is " + KEY);
        quotes.refresh();

        assertThat(quotes.reason("found Qm4xR7vT2kLp")).isEqualTo("found [REDACTED:openai-key]");
    }

    @Test
    void lookOnceWhatThereIs() {
        Capture first = quotes.get();

        assertThat(quotes.get()).isSameAs(first);
    }
}
