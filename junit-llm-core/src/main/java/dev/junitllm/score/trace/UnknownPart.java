package dev.junitllm.score.trace;

import java.util.List;

/** What to say where a limit can't be checked. What isn't known is never under a limit. */
final class UnknownPart {

    private UnknownPart() {}

    static String message(String what, int calls, List<String> silent) {
        return calls == 0
                ? "no call of a model is in the trace, so its %s are not known".formatted(what)
                : "the %s of %s in %s of models are unknown (%s), so it isn't known whether the limit was kept"
                        .formatted(
                                what,
                                Integer.toString(silent.size()),
                                RecordedSteps.count(calls, "call"),
                                RecordedSteps.listed(silent));
    }
}
