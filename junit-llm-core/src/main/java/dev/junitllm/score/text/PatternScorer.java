package dev.junitllm.score.text;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.RegexSearch;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScoringException;
import java.util.Map;

/** Looks for one pattern in every output. */
final class PatternScorer implements Scorer {

    private final RegexSearch search;
    private final boolean whole;
    private final ScorerDescription description;

    PatternScorer(String regex, boolean whole) {
        this.search = new RegexSearch(regex);
        this.whole = whole;
        this.description = ScorerDescription.of("matches", Map.of("pattern", regex, "whole", Boolean.toString(whole)));
    }

    @Override
    public Score score(GoldenCase golden, Actual actual) throws ScoringException {
        String found = whole ? "matches the whole output" : "is found";
        return search.in(actual.output(), whole)
                .map(match -> Score.of(1, search + " " + found + (whole ? "" : " " + match)))
                .orElseGet(() -> Score.of(0, search + (whole ? " doesn't match the whole output" : " is not found")));
    }

    @Override
    public ScorerDescription describe() {
        return description;
    }
}
