package dev.junitllm.jupiter;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.Usage;
import dev.junitllm.run.CaseResult.Exchange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What went into a case and what came out, as it is kept. */
final class GoldenExchange {

    private GoldenExchange() {}

    /** The exchange; of a case that could not be read, nothing but its hash. */
    static Exchange of(@Nullable GoldenCase golden, Actual actual, String contentHash) {
        if (golden == null) {
            return new Exchange("", null, null, contentHash, null, List.of(), Usage.UNKNOWN, Map.of());
        }
        return new Exchange(
                golden.input(),
                GoldenPart.ANSWER.isIn(golden) ? golden.acceptableAnswers().get(0) : null,
                actual.recordedOutput().orElse(null),
                golden.contentHash(),
                golden.location().orElse(null),
                golden.tags(),
                actual.usage(),
                actual.attributes());
    }
}
