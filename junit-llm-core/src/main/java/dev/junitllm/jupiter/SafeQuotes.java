package dev.junitllm.jupiter;

import dev.junitllm.trace.Capture;
import dev.junitllm.trace.CaptureField;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes safe what is said of a case, such as the reason for a score: it may quote half a secret of what went into the case and
 * what came out. What that is, is found out only where something is said, and once more when the case has ended. Scores of one
 * case may be taken side by side: safe for use by several threads.
 */
final class SafeQuotes implements Supplier<Capture> {

    private final Capture capture;
    private final Supplier<List<String>> texts;
    private @Nullable Capture knowing;

    SafeQuotes(Capture capture, Supplier<List<String>> texts) {
        this.capture = capture;
        this.texts = texts;
    }

    /** What decides about that which quotes the case. */
    @Override
    public synchronized Capture get() {
        Capture made = knowing;
        if (made == null) {
            made = capture.knowing(texts.get());
            knowing = made;
        }
        return made;
    }

    /** More may have come out since: tools may be called until the case has ended, when its body has been reported already. */
    synchronized void refresh() {
        knowing = null;
    }

    /** What a score says, without halves of secrets: the trace, which removes and counts all others, knows no case. */
    String reason(String said) {
        return withoutHalves(CaptureField.REASON, said);
    }

    /** The same of what an error says. */
    String error(String said) {
        return withoutHalves(CaptureField.ERROR, said);
    }

    private String withoutHalves(CaptureField field, String said) {
        Capture quoting = said.isEmpty() ? capture : get();
        return quoting == capture ? said : quoting.redactor(field).redact(said);
    }
}
