package dev.junitllm.jupiter;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.RunScope;
import dev.junitllm.trace.Capture;
import dev.junitllm.trace.CaptureField;
import dev.junitllm.trace.Redactor;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Makes safe what scores say of a case: they may quote half a secret of it. What is to be removed is found out once, and only
 * where something is said. Scores of one case may be taken side by side: safe for use by several threads.
 */
final class SafeQuotes implements UnaryOperator<String> {

    private final Supplier<Redactor> knowing;
    private @Nullable Redactor redactor;

    private SafeQuotes(Supplier<Redactor> knowing) {
        this.knowing = knowing;
    }

    static SafeQuotes of(GoldenCase golden, Actual actual, RunScope scope) {
        return new SafeQuotes(() -> Capture.of(scope)
                .knowing(GoldenExchange.of(golden, actual, "").texts())
                .redactor(CaptureField.REASON));
    }

    @Override
    public String apply(String said) {
        return said.isEmpty() ? said : redactor().redact(said);
    }

    private synchronized Redactor redactor() {
        Redactor made = redactor;
        if (made == null) {
            made = knowing.get();
            redactor = made;
        }
        return made;
    }
}
