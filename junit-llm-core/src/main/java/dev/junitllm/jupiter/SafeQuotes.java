package dev.junitllm.jupiter;

import dev.junitllm.trace.Capture;
import dev.junitllm.trace.CaptureField;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes safe what is said of a case, such as the reason for a score: it may quote half a secret of what went into the case and
 * what came out. What that is, is found out once, and only where something is said. Scores of one case may be taken side by
 * side: safe for use by several threads.
 */
final class SafeQuotes implements Supplier<Capture> {

    private final Supplier<Capture> knowing;
    private @Nullable Capture capture;

    SafeQuotes(Supplier<Capture> knowing) {
        this.knowing = knowing;
    }

    /** What decides about that which quotes the case. */
    @Override
    public synchronized Capture get() {
        Capture made = capture;
        if (made == null) {
            made = knowing.get();
            capture = made;
        }
        return made;
    }

    /** What a score says, without what must be kept nowhere; the trace, which decides about the rest, knows no case. */
    String reason(String said) {
        return said.isEmpty() ? said : get().redactor(CaptureField.REASON).redact(said);
    }
}
