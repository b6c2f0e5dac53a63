package dev.junitllm;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a step of a trace was for. */
public enum SpanKind {

    /** A call of a language model. */
    LLM,

    /** Several steps in an order that the code decides. */
    CHAIN,

    /** Several steps in an order that a model decides. */
    AGENT,

    /** A tool that did what a model asked for. */
    TOOL,

    /** A search for documents. */
    RETRIEVAL("RETRIEVER"),

    /** Text turned into vectors. */
    EMBEDDING,

    /** A score being made. */
    EVALUATION("EVALUATOR"),

    /** A check of what goes in or comes out. */
    GUARDRAIL,

    /** Anything else, such as a database or an HTTP call. */
    OTHER("");

    private static final Map<String, SpanKind> BY_NAME = byName();

    private final String openInference;

    SpanKind() {
        this.openInference = name();
    }

    SpanKind(String openInference) {
        this.openInference = openInference;
    }

    /**
     * The kind's name in OpenInference's {@code openinference.span.kind}.
     *
     * @return in capitals; empty for {@link #OTHER}
     */
    public String openInference() {
        return openInference;
    }

    /**
     * The kind of a name, ours or OpenInference's.
     *
     * @param name such as {@code RETRIEVER}, in any case
     * @return the kind, or empty where there is none of that name
     */
    public static Optional<SpanKind> named(String name) {
        SpanKind asWritten = BY_NAME.get(name);
        return Optional.ofNullable(asWritten == null ? BY_NAME.get(name.toUpperCase(Locale.ROOT)) : asWritten);
    }

    private static Map<String, SpanKind> byName() {
        Map<String, SpanKind> byName = new HashMap<>();
        for (SpanKind kind : values()) {
            byName.put(kind.name(), kind);
            byName.put(kind.name().toLowerCase(Locale.ROOT), kind);
            if (!kind.openInference.isEmpty()) {
                byName.put(kind.openInference, kind);
            }
        }
        return Map.copyOf(byName);
    }
}
