package dev.junitllm.trace.redaction;

import java.util.List;

/** Rules of your own, beside the built-in ones; found by {@link java.util.ServiceLoader}. */
public interface RedactionRules {

    /**
     * The rules.
     *
     * @return the rules, applied in this order, after the built-in ones
     */
    List<RedactionRule> rules();
}
