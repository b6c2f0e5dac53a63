package dev.junitllm.score.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives each different symbol, such as a word or a character, a number, from 0 on. */
final class Vocabulary<T> {

    private final Map<T, Integer> numbers = new HashMap<>();

    int[] numbers(List<T> symbols) {
        return symbols.stream()
                .mapToInt(symbol -> numbers.computeIfAbsent(symbol, added -> numbers.size()))
                .toArray();
    }

    /** How many different symbols there were. */
    int size() {
        return numbers.size();
    }
}
