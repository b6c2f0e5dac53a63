package dev.junitllm.score.retrieval;

import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.Printable;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How relevant the documents of a golden case's context are: the number in a document's metadata under {@code grade}, or 1
 * where there is none.
 */
final class Judgements {

    private static final String GRADE = "grade";
    private static final BigDecimal LEAST = new BigDecimal("0.001");
    private static final BigDecimal MOST = new BigDecimal(1_000);
    private static final int LONGEST = 20;

    private final Map<String, Double> grades = new LinkedHashMap<>();
    private final Map<String, Document> relevant = new LinkedHashMap<>();

    private Judgements() {}

    static Judgements of(GoldenCase golden, DocumentIdentity identity) throws ScoringException {
        Judgements judgements = new Judgements();
        for (Document document : golden.context()) {
            String key = identity.of(document);
            if (key.isEmpty()) {
                throw new ScoringException(
                        "NO_CONTENT",
                        "%s: document '%s' of its 'context' has no text to find it by; give it one, or compare by id"
                                .formatted(golden.describe(), Printable.line(document.id(), 60)));
            }
            double grade = grade(golden, document);
            Double other = judgements.grades.putIfAbsent(key, grade);
            if (other != null && other != grade) {
                throw new ScoringException(
                        "CONTRADICTORY_GRADES",
                        "%s: document '%s' stands twice in its 'context', with different grades; give it one"
                                .formatted(golden.describe(), Printable.line(document.id(), 60)));
            }
            if (grade > 0) {
                judgements.relevant.putIfAbsent(key, document);
            }
        }
        return judgements;
    }

    /** From 0, not relevant or not judged, to 1,000. */
    double grade(String key) {
        return grades.getOrDefault(key, 0.0);
    }

    /** The grades of all judged documents, in the order of the golden file. */
    Collection<Double> grades() {
        return grades.values();
    }

    /** The relevant documents, by what they are found by. */
    Map<String, Document> relevant() {
        return relevant;
    }

    private static double grade(GoldenCase golden, Document document) throws ScoringException {
        String written = document.metadata().get(GRADE);
        if (written == null) {
            return 1;
        }
        try {
            BigDecimal grade = new BigDecimal(written.length() > LONGEST ? "" : written);
            if (grade.signum() == 0 || (grade.compareTo(LEAST) >= 0 && grade.compareTo(MOST) <= 0)) {
                return grade.doubleValue();
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of bounds is
        }
        throw new ScoringException(
                "BAD_GRADE",
                "%s: document '%s' of its 'context' has the grade '%s' in its metadata; a grade is 0 or a number from %s to %s"
                        .formatted(
                                golden.describe(),
                                Printable.line(document.id(), 60),
                                Printable.line(written, 30),
                                LEAST,
                                MOST));
    }
}
