package dev.junitllm.examples.handbook;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.RunScope;
import dev.junitllm.score.Bar;
import dev.junitllm.score.Measure;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScorerDescription;
import dev.junitllm.score.ScorerFactory;
import java.util.List;

/** The share of the golden passages among those retrieved. */
// tag::finds-passage[]
final class FindsPassageFactory implements ScorerFactory<FindsPassage> {

    @Override
    public Measure create(FindsPassage annotation, RunScope scope) {
        return Measure.of(new PassageScorer(), Bar.RECORD_ONLY);
    }

    private static final class PassageScorer implements Scorer {

        @Override
        public Score score(GoldenCase golden, Actual actual) {
            if (golden.context().isEmpty()) {
                return Score.notApplicable("the handbook has no passage on it"); // neither 0 nor 1: left out
            }
            List<String> wanted = golden.context().stream().map(Document::id).toList();
            List<String> found = actual.retrieved().stream().map(Document::id).toList();
            long hits = wanted.stream().filter(found::contains).count();
            return Score.of((double) hits / wanted.size(), "wanted %s, found %s".formatted(wanted, found));
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("finds-passage");
        }
    }
}
// end::finds-passage[]
