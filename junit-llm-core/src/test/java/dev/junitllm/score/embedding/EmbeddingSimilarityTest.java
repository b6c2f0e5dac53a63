package dev.junitllm.score.embedding;

import static dev.junitllm.score.TestCases.score;
import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.junitllm.GoldenPart;
import dev.junitllm.score.ScoringException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddingSimilarityTest {

    private final Letters letters = new Letters();
    private final EmbeddingSimilarity metric = EmbeddingSimilarity.by(letters);

    @Test
    void isTheCosineToTheNearestAnswer() throws Exception {
        assertThat(value(metric, "ab", "ab")).isEqualTo(1);
        assertThat(value(metric, "ab", "ac")).isCloseTo(0.5, within(1e-15));
        assertThat(value(metric, "ab", "cd")).isZero();
        assertThat(value(metric, "ab", "cd", "ac", "xy")).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void saysWhichAnswerIsNearestByWhichModel() throws Exception {
        assertThat(score(metric, "ab", "cd", "a\nc").reason()).isEqualTo("cosine 0.5 to 'a\\nc' by letters");
    }

    @Test
    void countsANegativeCosineAs0() throws Exception {
        EmbeddingSimilarity signed = by(text -> text.equals("hot") ? new float[] {1, 0} : new float[] {-1, 1});

        assertThat(score(signed, "hot", "cold")).hasToString("0.0: cosine -0.707, counted as 0, to 'cold' by model");
    }

    @Test
    void asksForOutputAndAnswersAtOnceAndForAnAnswerOnlyOnce() throws Exception {
        value(metric, "ab", "ac", "ad", "ac");
        value(metric, "xy", "ad", "ae");
        value(metric, "ad", "ad");

        assertThat(letters.asked).containsExactly(List.of("ac", "ad", "ab"), List.of("ae", "xy"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\u2003"})
    void doesNotAskForABlankOutputWhichIsAMiss(String blank) throws Exception {
        assertThat(score(metric, blank, "ab")).hasToString("0.0: the output is blank: it has no meaning to compare");
        assertThat(score(metric, blank, "ab").negated().value()).hasValue(0);
        assertThat(letters.asked).isEmpty();
    }

    @Test
    void refusesABlankAnswer() {
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> score(metric, "ab", "ab", " "))
                .withMessage("case 'case-1' (golden/a.jsonl:3): an entry of its 'expected' or 'references' is blank:"
                        + " there is no meaning to compare the output with")
                .returns("EMPTY_REFERENCE", ScoringException::kind);
    }

    static Stream<Arguments> answersOfBadModels() {
        float[] good = {1, 2};
        return Stream.of(
                Arguments.of("ZERO_VECTOR", List.of(good, new float[2]), "'output' is all zeros"),
                Arguments.of("ZERO_VECTOR", List.of(new float[] {0, -0f}, good), "'answer' is all zeros"),
                Arguments.of("VECTOR_NOT_FINITE", List.of(good, new float[] {1, Float.NaN}), "holds NaN at place 1"),
                Arguments.of(
                        "VECTOR_NOT_FINITE",
                        List.of(new float[] {Float.NEGATIVE_INFINITY, 1}, good),
                        "holds -Infinity at place 0"),
                Arguments.of("NO_VECTOR", List.of(good, new float[0]), "is empty"),
                Arguments.of("NO_VECTOR", Arrays.asList(good, null), "is empty"),
                Arguments.of("VECTOR_COUNT", List.of(good), "was asked for 2 vectors and gave 1"),
                Arguments.of("VECTOR_COUNT", Collections.nCopies(3, good), "was asked for 2 vectors and gave 3"),
                Arguments.of("VECTOR_COUNT", null, "was asked for 2 vectors and gave null"));
    }

    @ParameterizedTest
    @MethodSource("answersOfBadModels")
    void refusesVectorsThatCanNotBeCompared(String kind, List<float[]> vectors, String message) {
        EmbeddingSimilarity bad = EmbeddingSimilarity.by(EmbeddingModel.ofBatch("model", texts -> vectors));

        for (int attempt = 0; attempt < 2; attempt++) { // what failed is not kept
            assertThatExceptionOfType(ScoringException.class)
                    .isThrownBy(() -> score(bad, "output", "answer"))
                    .withMessageContaining("model")
                    .withMessageContaining(message)
                    .returns(kind, ScoringException::kind);
        }
    }

    @Test
    void refusesToCompareVectorsOfDifferentLength() {
        EmbeddingSimilarity bad = by(text -> text.equals("output") ? new float[] {1, 2, 3} : new float[] {1, 2});

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> score(bad, "output", "answer"))
                .withMessage("embedding model model gave a vector of 3 dimensions for the output and one of 2 for an"
                        + " acceptable answer")
                .returns("VECTOR_DIMENSIONS", ScoringException::kind);
    }

    @Test
    void saysWhatTheModelThrew() {
        EmbeddingSimilarity broken = by(text -> {
            throw new IllegalStateException("out of vectors");
        });

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> score(broken, "output", "answer"))
                .withMessage("embedding model model failed: java.lang.IllegalStateException: out of vectors")
                .withCauseInstanceOf(IllegalStateException.class)
                .returns("EMBEDDING_FAILED", ScoringException::kind);
    }

    @Test
    void keepsTheKindOfAScoringException() {
        EmbeddingSimilarity late = EmbeddingSimilarity.by(new EmbeddingModel() {
            @Override
            public String id() {
                return "late";
            }

            @Override
            public List<float[]> embed(List<String> texts) throws ScoringException {
                throw new ScoringException("TIMEOUT", "too late");
            }
        });

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> score(late, "output", "answer"))
                .withMessage("too late")
                .returns("TIMEOUT", ScoringException::kind);
    }

    @Test
    void hasTheModelInItsFingerprint() {
        assertThat(metric.describe().name()).isEqualTo("embedding-similarity");
        assertThat(metric.describe().parameters()).containsEntry("model", "letters");
        assertThat(metric.describe().fingerprint())
                .isEqualTo(EmbeddingSimilarity.by(new Letters()).describe().fingerprint())
                .isNotEqualTo(by(Letters::vector).describe().fingerprint());
        assertThat(metric.needs()).containsExactly(GoldenPart.ANSWER);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmbeddingSimilarity.by(EmbeddingModel.of(" ", Letters::vector)))
                .withMessageContaining("is blank");
    }

    @Test
    void scoresArbitraryUnicodeFrom0To1AndATextItself1() throws Exception {
        EmbeddingSimilarity hashed = by(text -> {
            float[] vector = new float[16];
            new Random(text.hashCode()).doubles(16, -1, 1).forEach(new Filling(vector)::add);
            return vector;
        });
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            String one = "x" + new String(random.ints(8, 0, 0x110000).toArray(), 0, 8);
            String other = "y" + new String(random.ints(8, 0xd800, 0xe000).toArray(), 0, 8);

            assertThat(value(hashed, one, one)).isEqualTo(1);
            assertThat(value(hashed, one, other)).isBetween(0.0, 1.0).isEqualTo(value(hashed, other, one));
        }
    }

    private static EmbeddingSimilarity by(java.util.function.Function<String, float[]> embedding) {
        return EmbeddingSimilarity.by(EmbeddingModel.of("model", embedding));
    }

    private static final class Filling {
        private final float[] vector;
        private int next;

        Filling(float[] vector) {
            this.vector = vector;
        }

        void add(double number) {
            vector[next++] = (float) number;
        }
    }
}
