package dev.junitllm;

/** A part of a golden case that a scorer may need. What it needs and a case lacks is an error before the first call. */
public enum GoldenPart {
    /** Something to compare the output with: {@code expected} or at least one of {@code references}. */
    ANSWER("'expected' or 'references'") {
        @Override
        public boolean isIn(GoldenCase golden) {
            return golden.hasExpected() || !golden.references().isEmpty();
        }
    },
    /** The documents an answer should rest on. */
    CONTEXT("'context'") {
        @Override
        public boolean isIn(GoldenCase golden) {
            return !golden.context().isEmpty();
        }
    },
    /** The conversation so far. */
    MESSAGES("'messages'") {
        @Override
        public boolean isIn(GoldenCase golden) {
            return !golden.messages().isEmpty();
        }
    },
    /** The tool calls that are expected; an empty list says that there should be none. */
    TOOL_CALLS("'toolCalls'") {
        @Override
        public boolean isIn(GoldenCase golden) {
            return golden.hasToolCalls();
        }
    };

    private final String fields;

    GoldenPart(String fields) {
        this.fields = fields;
    }

    /**
     * Whether a case has this part.
     *
     * @param golden the case
     * @return true where it does
     */
    public abstract boolean isIn(GoldenCase golden);

    /**
     * The golden-file fields that give this part, quoted, for messages.
     *
     * @return such as {@code 'expected' or 'references'}
     */
    public String fields() {
        return fields;
    }
}
