package dev.junitllm.score.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Counts by order, as they are added up and kept in a score's details. */
final class CountLists {

    private CountLists() {}

    static List<Long> sum(List<Long> one, List<Long> other) {
        List<Long> sum = new ArrayList<>(one.size());
        for (int i = 0; i < one.size(); i++) {
            sum.add(one.get(i) + other.get(i));
        }
        return List.copyOf(sum);
    }

    /** Of a score's details, where a number may be of any type. */
    static List<Long> of(Map<String, Object> details, String name) {
        List<?> numbers = (List<?>) Objects.requireNonNull(details.get(name), name);
        return numbers.stream().map(number -> ((Number) number).longValue()).toList();
    }

    static long number(Map<String, Object> details, String name) {
        return ((Number) Objects.requireNonNull(details.get(name), name)).longValue();
    }
}
