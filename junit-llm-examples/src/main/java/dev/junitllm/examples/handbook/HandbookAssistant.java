package dev.junitllm.examples.handbook;

import java.util.List;

/** Answers questions from the staff handbook in two steps, so that each of them can be looked at on its own. */
public interface HandbookAssistant {

    /** What is answered when the handbook has nothing to say about the question. */
    String NO_ANSWER = "The handbook doesn't say.";

    /**
     * Finds the passages that may answer a question.
     *
     * @param question in the asker's own words
     * @return the passages found, best first; empty when no word of the question is in the handbook
     */
    List<ScoredPassage> retrieve(String question);

    /**
     * Answers a question from passages alone.
     *
     * @param question in the asker's own words
     * @param passages what {@link #retrieve} found, best first
     * @return a sentence or two taken from the passages, or {@link #NO_ANSWER}
     */
    String answer(String question, List<ScoredPassage> passages);
}
