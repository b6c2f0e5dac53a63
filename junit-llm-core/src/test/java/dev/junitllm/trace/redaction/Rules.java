package dev.junitllm.trace.redaction;

import java.util.List;

/** Rules for tests. */
final class Rules {

    static final RuleSet BUILT_IN = RuleSet.of(RuleSet.builtIn());

    private Rules() {}

    static String redact(String text) {
        return BUILT_IN.redact(text).text();
    }

    /** What a rule alone does, whatever other rules would find before it. */
    static RuleSet only(String name) {
        List<RedactionRule> rules = RuleSet.builtIn().stream()
                .filter(rule -> rule.name().equals(name))
                .toList();
        return RuleSet.of(rules);
    }
}
