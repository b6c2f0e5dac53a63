package dev.junitllm.benchmark;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenCaseBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * One case and what was answered. The same at every run.
 *
 * @param golden the case
 * @param actual the answer, closed
 */
record Workload(GoldenCase golden, Actual actual) {

    private static final long SEED = 20_261_124;
    private static final int VOCABULARY = 2_000;
    private static final String SYLLABLES = "kamoletirusanopehidu";

    /** A text, of which the answer has every fifth word changed. */
    static Workload text(Length length) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        List<String> expected = new ArrayList<>();
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < length.words(); i++) {
            String word = word(random.nextInt(VOCABULARY));
            expected.add(word);
            answered.add(i % 5 == 4 ? word(random.nextInt(VOCABULARY)) : word);
        }
        return of(String.join(" ", expected) + ".", String.join(" ", answered) + ".");
    }

    /** A calculation that ends in the number that is asked for. */
    static Workload sums(Length length) {
        StringBuilder steps = new StringBuilder();
        for (int i = 0; i < length.words() / 5; i++) {
            steps.append(i)
                    .append(" + ")
                    .append(i + 1)
                    .append(" = ")
                    .append(2 * i + 1)
                    .append('\n');
        }
        return of("1250", steps.append("#### 1,250").toString());
    }

    /** A text that settles on a letter at its end. */
    static Workload choice(Length length) {
        return of("B", text(length).actual().output() + " So the answer is (B).");
    }

    /** So many documents retrieved, of which every tenth is relevant. */
    static Workload ranking(Length length) {
        List<Document> retrieved = IntStream.range(0, length.words())
                .mapToObj(i -> Document.of("document-" + i, "text " + i))
                .toList();
        List<Document> relevant = IntStream.range(0, length.words() / 10)
                .mapToObj(i -> retrieved.get(10 * i + 9))
                .toList();
        return of(question().context(relevant), new Actual().retrieved(retrieved));
    }

    private static Workload of(String expected, String answered) {
        return of(question().expected(expected), Actual.of(answered));
    }

    private static Workload of(GoldenCaseBuilder golden, Actual actual) {
        actual.close();
        return new Workload(golden.build(), actual);
    }

    private static GoldenCaseBuilder question() {
        return GoldenCase.builder("case", "What is asked?");
    }

    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        for (int left = number + 1; left > 0; left /= 10) {
            int syllable = 2 * (left % 10);
            word.append(SYLLABLES, syllable, syllable + 2);
        }
        return word.toString();
    }
}
