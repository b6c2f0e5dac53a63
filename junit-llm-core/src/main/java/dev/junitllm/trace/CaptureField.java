package dev.junitllm.trace;

import java.util.Locale;

/** The kinds of content of which a run can keep more or less, each by {@code junit.llm.capture.<field>}. */
public enum CaptureField {

    /** What a case asks. */
    INPUT,

    /** What a case expects. */
    EXPECTED,

    /** What the application answered. */
    OUTPUT,

    /** What was searched for, and the documents that were found. */
    CONTEXT,

    /** What models were asked and what they said: prompts, messages, completions. */
    MESSAGES,

    /** Arguments and results of tools. */
    TOOL,

    /** Why scores are what they are: reasons and details, a judge's words among them. */
    REASON,

    /** What failed assertions and exceptions say. */
    ERROR,

    /** What was written to the log. */
    LOG;

    /**
     * What it is called in settings and files.
     *
     * @return the name in small letters
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
