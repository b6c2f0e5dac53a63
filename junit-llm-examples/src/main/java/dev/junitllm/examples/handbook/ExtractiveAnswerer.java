package dev.junitllm.examples.handbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Answers with the sentence of the passages that covers most of the question, each term weighed by how rare it is in
 * the handbook. Thread-safe.
 */
final class ExtractiveAnswerer {

    /** The share of the question's weight that a sentence must cover: below it, silence is the better answer. */
    private static final double ENOUGH = 0.4;

    /** The share of the question's weight that the next sentence must add to be worth reading. */
    private static final double WORTH_ADDING = 0.25;

    /** A term only in the passage's title is likely meant, but the sentence itself may be about something else. */
    private static final double TITLE_ONLY = 0.6;

    private static final double NUMBER_WANTED = 1.3;

    /** How much of its score a sentence keeps however low its passage was ranked. */
    private static final double WHATEVER_RANK = 0.7;

    private final Vocabulary vocabulary;

    ExtractiveAnswerer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    String answer(String question, List<ScoredPassage> passages) {
        var asked = vocabulary.terms(question);
        boolean numberWanted = Sentences.asksForNumber(question);
        Candidate best = null;
        for (ScoredPassage found : passages) {
            double rank = found.score() / passages.get(0).score();
            for (Candidate candidate : candidates(found.passage(), rank, asked)) {
                // only a strictly better one replaces: of equals the first stands
                if (candidate.coverage() >= ENOUGH
                        && (best == null || candidate.score(numberWanted) > best.score(numberWanted))) {
                    best = candidate;
                }
            }
        }
        return best == null ? HandbookAssistant.NO_ANSWER : withNext(best, asked);
    }

    private List<Candidate> candidates(Passage passage, double rank, Set<String> asked) {
        var title = vocabulary.terms(passage.title());
        var sentences = Sentences.of(passage.text());
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            var next = i + 1 < sentences.size() ? sentences.get(i + 1) : "";
            double coverage = coverage(asked, vocabulary.terms(sentences.get(i)), title);
            candidates.add(new Candidate(sentences.get(i), next, title, rank, coverage));
        }
        return candidates;
    }

    private double coverage(Set<String> asked, Set<String> sentence, Set<String> title) {
        double covered = 0;
        for (String term : asked) {
            double share = sentence.contains(term) ? 1 : title.contains(term) ? TITLE_ONLY : 0;
            covered += share * vocabulary.weight(term);
        }
        return covered == 0 ? 0 : covered / vocabulary.weight(asked);
    }

    private String withNext(Candidate best, Set<String> asked) {
        Set<String> added = new HashSet<>(asked);
        added.retainAll(vocabulary.terms(best.next()));
        added.removeAll(vocabulary.terms(best.sentence()));
        added.removeAll(best.title());
        return !added.isEmpty() && vocabulary.weight(added) >= WORTH_ADDING * vocabulary.weight(asked)
                ? best.sentence() + " " + best.next()
                : best.sentence();
    }

    /**
     * A sentence that may be the answer.
     *
     * @param next the sentence after it, empty at the end of a passage
     * @param title the terms of its passage's title
     * @param rank its passage's search score as a share of the best one's
     * @param coverage the share of the question's weight that it covers
     */
    private record Candidate(String sentence, String next, Set<String> title, double rank, double coverage) {

        double score(boolean numberWanted) {
            double bonus = numberWanted && Sentences.hasNumber(sentence) ? NUMBER_WANTED : 1;
            return coverage * (WHATEVER_RANK + (1 - WHATEVER_RANK) * rank) * bonus;
        }
    }
}
