package dev.junitllm.score.retrieval;

import static dev.junitllm.score.retrieval.Rankings.golden;
import static dev.junitllm.score.retrieval.Rankings.relevant;
import static dev.junitllm.score.retrieval.Rankings.retrieved;
import static dev.junitllm.score.retrieval.Rankings.score;
import static dev.junitllm.score.retrieval.Rankings.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Measure;
import dev.junitllm.score.NoScope;
import dev.junitllm.score.Scorer;
import dev.junitllm.score.ScoringException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalScoreTest {

    private final Scorer recall = new Retrieval.Recall();
    private final Scorer byContent = RetrievalMetric.RECALL.at(5, DocumentIdentity.CONTENT);

    @RetrievalScore(metric = RetrievalMetric.NDCG, k = 10, atLeast = 0.5)
    @RetrievalScore(metric = RetrievalMetric.PRECISION, by = DocumentIdentity.CONTENT, recordOnly = true)
    static class Good {}

    @RetrievalScore(metric = RetrievalMetric.NDCG, k = -1)
    static class Wrong {}

    @Test
    void doesNotApplyWhereNothingIsRelevant() throws Exception {
        assertThat(score(recall, "", "x")).hasToString("not applicable: its 'context' names no relevant document");
        assertThat(score(recall, "x=0", "x").value()).isEmpty();
    }

    @Test
    void tellsNothingRetrievedFromNothingRecorded() throws Exception {
        assertThat(value(recall, "a", "")).isZero();
        assertThatThrownBy(() -> recall.score(relevant("a"), Actual.of("answer")))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NOT_RECORDED"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): the test body never called actual.retrieved(…): record"
                        + " there what the application retrieved, or an empty list where it found nothing");
    }

    @Test
    void comparesIdsCharacterForCharacter() throws Exception {
        assertThat(value(recall, "a b", "A b")).isEqualTo(0.5);
    }

    @Test
    void comparesTextsButForWhatReadersDoNotTellApart() throws Exception {
        GoldenCase golden = golden(List.of(Document.of("1", "Return it  within 30 days."), Document.of("2", "Other")));
        Actual actual = new Actual()
                .retrieved(List.of(Document.of("x", "return it within 30 DAYS."), Document.of("y", "Another")));

        assertThat(byContent.score(golden, actual))
                .hasToString("0.5: 1 of 2 relevant documents among the 2 retrieved, at rank 1; missing: 'Other'");
    }

    @Test
    void refusesToCompareTextsThatAreNotThere() {
        GoldenCase golden = golden(List.of(Document.of("only-an-id", " ")));

        assertThatThrownBy(() -> byContent.score(golden, retrieved("x")))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_CONTENT"))
                .hasMessage(
                        "case 'case-1' (golden/a.jsonl:3): document 'only-an-id' of its 'context' has no text to find"
                                + " it by; give it one, or compare by id");
    }

    @Test
    void refusesToCompareIdsThatNobodyGave() throws Exception {
        GoldenCase golden = golden(List.of(Document.of("context-1", "text"), Document.of("context-2", "text")));

        assertThatThrownBy(() -> recall.score(golden, retrieved("d1 d2")))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("NO_IDS"))
                .hasMessage("case 'case-1' (golden/a.jsonl:3): the documents of its 'context' have no ids; give them"
                        + " those the application's documents have, or compare by = DocumentIdentity.CONTENT");
        assertThat(value(recall, "context-1 context-2", "context-2")).isEqualTo(0.5);
        assertThat(recall.score(golden, retrieved("")).value()).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "NaN", "0x1", "high", "0.0001", "1001", "1e999999999", "1.00000000000000000000", ""})
    void refusesGradesThatAreNone(String grade) {
        assertThatThrownBy(() -> score(recall, "a=" + grade, "a"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("BAD_GRADE"))
                .hasMessageStartingWith(
                        "case 'case-1' (golden/a.jsonl:3): document 'a' of its 'context' has the grade '")
                .hasMessageEndingWith("' in its metadata; a grade is 0 or a number from 0.001 to 1000");
    }

    @Test
    void refusesGradesThatContradictEachOther() throws Exception {
        assertThatThrownBy(() -> score(recall, "a=1 a=2", "a"))
                .isInstanceOfSatisfying(
                        ScoringException.class, e -> assertThat(e.kind()).isEqualTo("CONTRADICTORY_GRADES"));
        assertThat(value(recall, "a a=1.0", "a")).isEqualTo(1);
    }

    @Test
    void isMadeByItsAnnotation() {
        RetrievalScore[] scores = Good.class.getAnnotationsByType(RetrievalScore.class);
        Measure gain = new RetrievalScoreFactory().create(scores[0], new NoScope());
        Measure precision = new RetrievalScoreFactory().create(scores[1], new NoScope());

        assertThat(gain.name()).isEqualTo("ndcg-at-10");
        assertThat(gain.bar().atLeast()).isEqualTo(0.5);
        assertThat(gain.scorer().describe().parameters())
                .containsEntry("metric", "NDCG")
                .containsEntry("k", "10")
                .containsEntry("by", "ID");
        assertThat(precision.name()).isEqualTo("retrieval-precision");
        assertThat(precision.bar().recordOnly()).isTrue();
        assertThat(precision.scorer().describe().parameters()).containsEntry("by", "CONTENT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrievalScoreFactory()
                        .create(Wrong.class.getAnnotation(RetrievalScore.class), new NoScope()))
                .withMessage("k = -1: at least one rank has to count");
    }
}
