package dev.junitllm.assertj;

import dev.junitllm.trace.Redactor;
import java.util.Collection;
import org.assertj.core.api.WritableAssertionInfo;
import org.assertj.core.error.DescriptionFormatter;

/** A message under what the user said of the assertion. */
final class Described {

    private static final Redactor REDACTOR = Redactor.forEnvironment(System.getenv());

    private Described() {}

    /**
     * What is quoted is cut, and half a secret is one, too. Not by AssertJ's own way, which makes a line break of a {@code %n} in
     * the model's text.
     */
    static String by(WritableAssertionInfo info, String message, Collection<String> quoted) {
        String overriding = info.overridingErrorMessage();
        return DescriptionFormatter.instance().format(info.description())
                + (overriding == null ? REDACTOR.knowing(quoted).redact(message) : overriding);
    }

    /** Build tools write what assertions say to disk. */
    static String safe(String text) {
        return REDACTOR.redact(text);
    }

    static Throwable safe(Throwable cause) {
        return REDACTOR.redact(cause);
    }
}
