package dev.junitllm.golden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong, file by file: the first twenty problems of each, and how many more there were. */
final class Problems {

    private static final int LISTED = 20;

    private final Map<String, List<Problem>> listed = new LinkedHashMap<>();
    private final Map<String, Integer> unlisted = new LinkedHashMap<>();

    void add(String file, int line, @Nullable String caseId, Fault fault) {
        List<Problem> ofFile = listed.computeIfAbsent(file, name -> new ArrayList<>());
        if (ofFile.size() < LISTED) {
            ofFile.add(new Problem(file, line, caseId, fault));
        } else {
            unlisted.merge(file, 1, Integer::sum);
        }
    }

    boolean isEmpty() {
        return listed.isEmpty();
    }

    boolean has(String file) {
        return listed.containsKey(file);
    }

    /** Fails where anything was wrong. */
    void throwIfAny() {
        if (!isEmpty()) {
            List<Problem> inOrder = listed.values().stream()
                    .flatMap(ofFile -> ofFile.stream().sorted(Comparator.comparingInt(Problem::line)))
                    .toList();
            throw GoldenSetException.invalid(inOrder, unlisted);
        }
    }
}
