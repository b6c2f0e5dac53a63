package dev.junitllm.examples.handbook;

/**
 * A passage that a search found.
 *
 * @param passage what was found
 * @param score its BM25 score: above 0, higher is better, comparable only within one search
 */
public record ScoredPassage(Passage passage, double score) {}
