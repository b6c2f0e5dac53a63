package dev.junitllm.score.text;

import dev.junitllm.score.ScorerDescription;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The F1 of the words that output and answer share. */
abstract class WordOverlapMetric extends BestAnswerMetric {

    private final WordRule rule;

    WordOverlapMetric(String name, WordRule rule) {
        super(ScorerDescription.of(name));
        this.rule = rule;
    }

    @Override
    final Comparer of(String output) {
        List<String> words = rule.words(output);
        return answer -> Optional.of(overlap(words, rule.words(answer)));
    }

    private static Overlap overlap(List<String> output, List<String> answer) {
        Map<String, Integer> left = new HashMap<>();
        for (String word : answer) {
            left.merge(word, 1, Integer::sum);
        }
        int shared = 0;
        for (String word : output) {
            if (left.merge(word, -1, Integer::sum) >= 0) {
                shared++;
            }
        }
        return new Overlap(shared, output.size(), answer.size(), "words");
    }
}
