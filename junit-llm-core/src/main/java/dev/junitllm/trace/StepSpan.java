package dev.junitllm.trace;

import dev.junitllm.SpanKind;

/** A chain, an agent or a guardrail, recorded by hand. */
public final class StepSpan extends LlmSpan {

    StepSpan(SpanKind kind, String operation, String nameAttribute, String name) {
        super(kind, operation, name);
        if (!nameAttribute.isEmpty()) {
            put(nameAttribute, name);
        }
    }
}
