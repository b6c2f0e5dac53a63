package dev.junitllm.score.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each different word a number, from 0 on. */
final class Vocabulary {

    private final Map<String, Integer> numbers = new HashMap<>();

    int[] numbers(List<String> words) {
        return words.stream()
                .mapToInt(word -> numbers.computeIfAbsent(word, added -> numbers.size()))
                .toArray();
    }

    /** How many different words there were. */
    int size() {
        return numbers.size();
    }
}
