package dev.junitllm.score.retrieval;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;

/** Scores rankings that are written as ids with spaces in between. */
final class Rankings {

    private Rankings() {}

    /** Ids with spaces in between; {@code d1=3} has the grade 3. */
    static GoldenCase relevant(String documents) {
        return golden(documents(documents));
    }

    static GoldenCase golden(List<Document> context) {
        return GoldenCase.builder("case-1", "question")
                .context(context)
                .location("golden/a.jsonl:3")
                .build();
    }

    static Actual retrieved(String documents) {
        return new Actual().retrieved(documents(documents));
    }

    static Score score(Scorer scorer, String relevant, String retrieved) throws ScoringException {
        return scorer.score(relevant(relevant), retrieved(retrieved));
    }

    static double value(Scorer scorer, String relevant, String retrieved) throws ScoringException {
        return score(scorer, relevant, retrieved).value().orElseThrow();
    }

    private static List<Document> documents(String ids) {
        return ids.isBlank()
                ? List.of()
                : List.of(ids.split(" ")).stream().map(Rankings::document).toList();
    }

    private static Document document(String idAndGrade) {
        String[] parts = idAndGrade.split("=", 2);
        return new Document(
                parts[0], "text of " + parts[0], null, parts.length == 1 ? Map.of() : Map.of("grade", parts[1]));
    }
}
