package dev.junitllm;

/** A golden case lacks a part that was asked for. */
public final class MissingPartException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Says which part of which case is missing.
     *
     * @param part what was asked for
     * @param golden the case that lacks it
     */
    public MissingPartException(GoldenPart part, GoldenCase golden) {
        super("%s has no %s: add it to the golden file, or use a scorer that doesn't need it"
                .formatted(golden.describe(), part.fields()));
    }
}
