package dev.junitllm.examples.docs;

import static dev.junitllm.assertj.LlmAssertions.assertThatLlm;
import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.judge.embedding.OpenAiEmbeddings;
import dev.junitllm.jupiter.GoldenSet;
import dev.junitllm.score.embedding.EmbeddingModel;
import dev.junitllm.score.embedding.EmbeddingScore;
import dev.junitllm.score.embedding.EmbeddingSimilarity;
import dev.junitllm.score.embedding.LangChain4jEmbeddings;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.output.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The embedding code of docs/scoring.md, run. */
class EmbeddingPageTest {

    static class ScoresTestCases {

        private final HandbookAssistant bot = new HandbookBot(Handbook.load());

        // tag::score[]
        @GoldenSet("docs/numbers.jsonl")
        @EmbeddingScore(atLeast = 0.5, model = WordCounts.class)
        void answers(GoldenCase golden, Actual actual) {
            actual.output(bot.answer(golden.input(), bot.retrieve(golden.input())));
        }
        // end::score[]
    }

    // tag::model[]
    /** Knows words and no meaning, but needs no server. */
    static final class WordCounts implements EmbeddingModel {

        @Override
        public String id() {
            return "word-counts@512"; // goes into the fingerprint: name everything that decides the vectors
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(WordCounts::count).toList();
        }

        private static float[] count(String text) {
            var counts = new float[512];
            for (String word : text.toLowerCase(Locale.ROOT).split("\\PL+")) {
                counts[Math.floorMod(word.hashCode(), counts.length)]++;
            }
            return counts;
        }
    }
    // end::model[]

    @Test
    void everyCasePasses() {
        assertThat(PageRun.green(ScoresTestCases.class, "answers").succeeded().count())
                .isEqualTo(3);
    }

    // tag::plain-test[]
    @Test
    void comparesMeaningInAPlainTest() {
        var model = EmbeddingModel.of("word-counts@512", WordCounts::count); // any function from text to float[]

        assertThatLlm("Passwords need 14 characters at least.")
                .against("Passwords have at least 14 characters.")
                .scoresAtLeast(0.7, EmbeddingSimilarity.by(model));
    }
    // end::plain-test[]

    @Test
    void takesAModelOfLangChain4j() {
        dev.langchain4j.model.embedding.EmbeddingModel theirs = new TheirModel();
        // tag::langchain4j[]
        var model = LangChain4jEmbeddings.of("word-counts@512", theirs);
        // end::langchain4j[]
        assertThatLlm("Five days.").against("Five days.").scoresAtLeast(1, EmbeddingSimilarity.by(model));
    }

    @Test
    void makesAClient() {
        // tag::client[]
        var model = OpenAiEmbeddings.builder("http://localhost:11434/v1", "nomic-embed-text")
                .dimensions(256)
                .timeout(Duration.ofSeconds(10))
                .build();
        // end::client[]
        assertThat(model.id()).isEqualTo("nomic-embed-text@256");
    }

    private static final class TheirModel implements dev.langchain4j.model.embedding.EmbeddingModel {
        @Override
        public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
            return Response.from(segments.stream()
                    .map(segment -> Embedding.from(WordCounts.count(segment.text())))
                    .toList());
        }
    }
}
