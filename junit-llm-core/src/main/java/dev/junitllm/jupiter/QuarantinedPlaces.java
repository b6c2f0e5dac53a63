package dev.junitllm.jupiter;

import dev.junitllm.golden.GoldenCases;
import dev.junitllm.golden.QuarantineList;
import dev.junitllm.run.QuarantinedCase;
import dev.junitllm.trace.Redactor;
import java.util.HashMap;
import java.util.Map;

/** The cases of a golden set that are in quarantine, by their places in it. */
final class QuarantinedPlaces {

    private QuarantinedPlaces() {}

    static Map<Integer, QuarantinedCase> of(
            GoldenCases cases, QuarantineList list, ShownIds shownIds, Redactor redactor) {
        Map<Integer, QuarantinedCase> quarantined = new HashMap<>();
        for (int i = 0; i < cases.size() && !list.entries().isEmpty(); i++) {
            int place = i;
            list.entry(cases.id(i))
                    .ifPresent(entry -> quarantined.put(
                            place,
                            new QuarantinedCase(
                                    shownIds.of(place), entry.until(), redactor.redact(entry.why()), 0, 0, 0)));
        }
        return quarantined;
    }
}
