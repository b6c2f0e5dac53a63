package dev.junitllm.score.embedding;

import static dev.junitllm.score.TestCases.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

class LangChain4jEmbeddingsTest {

    /** As LangChain4j's own models are made: by overriding the batch method. */
    private static class NamelessModel implements dev.langchain4j.model.embedding.EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            return Response.from(segments.stream()
                    .map(segment -> Embedding.from(Letters.vector(segment.text())))
                    .toList());
        }
    }

    private static final class NamedModel extends NamelessModel {
        @Override
        public String modelName() {
            return "letters-26";
        }
    }

    @Test
    void embedsByTheModel() throws Exception {
        EmbeddingModel model = LangChain4jEmbeddings.of(new NamedModel());

        assertThat(model.id()).isEqualTo("letters-26");
        assertThat(value(EmbeddingSimilarity.by(model), "ab", "cd", "ac")).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void asksForANameWhereTheModelHasNone() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LangChain4jEmbeddings.of(new NamelessModel()))
                .withMessage(
                        NamelessModel.class.getName()
                                + " doesn't say its model's name, which belongs to the scores' fingerprint: give one by of(id, model)");

        EmbeddingModel model = LangChain4jEmbeddings.of("mine", new NamelessModel());
        assertThat(model.id()).isEqualTo("mine");
        assertThat(value(EmbeddingSimilarity.by(model), "ab", "ab")).isEqualTo(1);
    }
}
