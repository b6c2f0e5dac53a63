package dev.junitllm.trace.wire;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where Gemini's own forms are sent: {@code …/models/gemini-2.5-flash:generateContent} names the model and what it is to do. */
final class GeminiPath {

    /** Who serves Gemini by itself, as OpenTelemetry's conventions name it. */
    static final String PROVIDER = "gcp.gemini";

    private final Pattern pattern;

    /**
     * A place.
     *
     * @param methods what the model is to do, as a regular expression
     */
    GeminiPath(String methods) {
        this.pattern = Pattern.compile("/models/([^/:]++):(?:" + methods + ")$");
    }

    boolean isAt(String path) {
        return pattern.matcher(path).find();
    }

    /** The model that is asked; empty at any other place. */
    String model(String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.find() ? matcher.group(1) : "";
    }
}
