package dev.junitllm.jupiter;

import dev.junitllm.Sha256;
import dev.junitllm.golden.GoldenCases;
import dev.junitllm.trace.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What the cases of a golden set are called wherever they are shown and kept: by their ids, unless an id holds a secret or data
 * about people. Immutable.
 */
final class ShownIds {

    private static final int HASH_LENGTH = 8;

    private final GoldenCases cases;
    private final Map<Integer, String> others = new HashMap<>();

    ShownIds(GoldenCases cases, Redactor redactor) {
        this.cases = cases;
        for (int place = 0; place < cases.size(); place++) {
            String id = cases.id(place);
            String safe = redactor.redact(id);
            if (!safe.equals(id)) {
                others.put(place, safe + "-" + hash(id)); // several may be the same otherwise
            }
        }
    }

    String of(int place) {
        String other = others.get(place);
        return other == null ? cases.id(place) : other;
    }

    /** Short: it tells the ids of a set apart, and says little of them. */
    private static String hash(String id) {
        return Sha256.begin().add(id.getBytes(StandardCharsets.UTF_8)).hex().substring(0, HASH_LENGTH);
    }
}
