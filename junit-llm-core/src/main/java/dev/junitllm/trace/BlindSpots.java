package dev.junitllm.trace;

import dev.junitllm.trace.GlobalRegistration.Found;
import java.util.ArrayList;
import java.util.List;

/** Why a run may not have seen spans of the application. Thread-safe. */
final class BlindSpots {

    private boolean registered;
    private boolean askedTooEarly;
    private boolean ofTheApplication;
    private volatile boolean seen;

    synchronized void found(Found found) {
        switch (found) {
            case NOTHING -> registered = true;
            case OF_THE_APPLICATION -> ofTheApplication = true;
            case ONE_THAT_DOES_NOTHING -> {
                askedTooEarly |= !registered; // later on, it was asked for between two tests, which does no harm
                registered = true;
            }
        }
    }

    /** An SDK of the application's gives us its spans. */
    void none() {
        if (!seen) {
            seen = true;
        }
    }

    synchronized List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (ofTheApplication && !seen) {
            remarks.add("the application has registered an OpenTelemetry of its own, whose spans are in the traces only"
                    + " where dev.junitllm.trace.Traces.spanProcessor() is among its span processors");
        }
        if (askedTooEarly && !seen) {
            remarks.add(
                    "OpenTelemetry's global was asked for before there was one, which made it one that does nothing:"
                            + " code that keeps a tracer from then records no spans (junit.llm.trace.global = early"
                            + " helps)");
        }
        return remarks;
    }
}
