package dev.junitllm.assertj;

import org.assertj.core.api.WritableAssertionInfo;
import org.assertj.core.error.DescriptionFormatter;

/** A message under what the user said of the assertion. */
final class Described {

    private Described() {}

    /** Not by AssertJ's own way, which makes a line break of a {@code %n} in the model's text. */
    static String by(WritableAssertionInfo info, String message) {
        String overriding = info.overridingErrorMessage();
        return DescriptionFormatter.instance().format(info.description()) + (overriding == null ? message : overriding);
    }
}
