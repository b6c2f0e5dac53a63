package dev.junitllm.score.retrieval;

import dev.junitllm.Document;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The grades of what was retrieved, best first and cut at k, beside those of all judged documents.
 *
 * @param grades by rank; 0 for what isn't relevant, and for a further copy of a document that stands higher up
 * @param ideal the grades of all judged documents, falling
 * @param k how many ranks count, or {@link RetrievalScore#ALL}
 */
record Ranking(List<Double> grades, List<Double> ideal, int k) {

    static Ranking of(List<Document> retrieved, Judgements judgements, int k, DocumentIdentity by) {
        Set<String> seen = new HashSet<>();
        List<Double> grades = retrieved.stream()
                .limit(k == RetrievalScore.ALL ? Long.MAX_VALUE : k)
                .map(by::of)
                .map(key -> seen.add(key) ? judgements.grade(key) : 0)
                .toList();
        List<Double> ideal =
                judgements.grades().stream().sorted(Comparator.reverseOrder()).toList();
        return new Ranking(grades, ideal, k);
    }

    /** The ranks that precision divides by. */
    int depth() {
        return k == RetrievalScore.ALL ? grades.size() : k;
    }

    /** How many ranks an ideal ranking may use. */
    int cut() {
        return k == RetrievalScore.ALL ? Integer.MAX_VALUE : k;
    }

    /** How many relevant documents there are. */
    int relevant() {
        return positive(ideal);
    }

    /** How many of them were found. */
    int found() {
        return positive(grades);
    }

    /** The ranks at which they were found, from 1. */
    int[] ranks() {
        return IntStream.range(0, grades.size())
                .filter(i -> grades.get(i) > 0)
                .map(i -> i + 1)
                .toArray();
    }

    /** The precisions at each rank where a relevant document was found, summed up. */
    double precisions() {
        double sum = 0;
        int found = 0;
        for (int rank : ranks()) {
            found++;
            sum += (double) found / rank;
        }
        return sum;
    }

    private static int positive(List<Double> grades) {
        return (int) grades.stream().filter(grade -> grade > 0).count();
    }
}
