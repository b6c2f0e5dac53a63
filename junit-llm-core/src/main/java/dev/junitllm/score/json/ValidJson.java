package dev.junitllm.score.json;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;

/**
 * 1 where the output is JSON as RFC 8259 defines it, else 0. It must be exactly one value, of any type, with nothing but
 * white space around it: no code fence, no comment, no trailing comma, no byte order mark. A name that stands twice in an
 * object, which the standard only advises against, is refused too, for readers disagree on which one counts. So are
 * nesting beyond 1,000 levels, numbers of more than 1,000 characters and names of more than 50,000. The case needs no reference.
 */
public final class ValidJson implements Scorer {

    private static final ScorerDescription DESCRIPTION = ScorerDescription.of("valid-json");

    /** Makes the metric. */
    public ValidJson() {}

    @Override
    public Score score(GoldenCase golden, Actual actual) {
        return score(actual.output());
    }

    @Override
    public ScorerDescription describe() {
        return DESCRIPTION;
    }

    private static Score score(String output) {
        try {
            StrictJson.read(output);
            return Score.of(1, "the output is JSON");
        } catch (MalformedJsonException e) {
            return unreadable(e);
        }
    }

    static Score unreadable(MalformedJsonException e) {
        return Score.unreadable("the output is not JSON: " + e.getMessage());
    }

    /**
     * The same, where the JSON may stand in a Markdown code fence: then the whole output is the one fenced block, with
     * nothing but white space around it.
     */
    public static final class Fenced implements Scorer {

        private static final ScorerDescription DESCRIPTION = ScorerDescription.of("valid-json-fenced");

        /** Makes the metric. */
        public Fenced() {}

        @Override
        public Score score(GoldenCase golden, Actual actual) {
            return ValidJson.score(FencedBlock.contentOf(actual.output()));
        }

        @Override
        public ScorerDescription describe() {
            return DESCRIPTION;
        }
    }
}
