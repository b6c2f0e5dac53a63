package dev.junitllm.score.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AnswerVectorsTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void keepsWhatWasUsedLastWithinItsBound() throws Exception {
        Letters letters = new Letters();
        AnswerVectors vectors = new AnswerVectors(3 * (26 + 1)); // three answers of one letter

        for (String answer : List.of("a", "b", "c", "a", "d", "a", "b")) {
            vectors.with(letters, List.of(answer), answer);
        }

        assertThat(letters.asked).containsExactly(List.of("a"), List.of("b"), List.of("c"), List.of("d"), List.of("b"));
    }

    @Test
    void neverKeepsAnOutput() throws Exception {
        Letters letters = new Letters();
        AnswerVectors vectors = new AnswerVectors();

        vectors.with(letters, List.of("a"), "b");
        vectors.with(letters, List.of("a"), "b");

        assertThat(letters.asked).containsExactly(List.of("a", "b"), List.of("b"));
    }

    @Test
    void asksOnceForWhatSeveralThreadsWaitFor() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        EmbeddingModel slow = EmbeddingModel.of("slow", text -> {
            if (text.equals("answer")) {
                asked.incrementAndGet();
                pause();
            }
            return Letters.vector(text);
        });
        AnswerVectors vectors = new AnswerVectors();

        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String output = "output" + (char) ('a' + i);
            all.add(threads.submit(() -> vectors.with(slow, List.of("answer"), output)));
        }
        for (Future<?> one : all) {
            one.get();
        }

        assertThat(asked).hasValue(1);
    }

    @Test
    void asksAgainWhereAnotherThreadFailed() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch fail = new CountDownLatch(1);
        EmbeddingModel model = EmbeddingModel.of("model", text -> {
            if (text.equals("answer") && asked.getCount() > 0) {
                asked.countDown();
                await(fail);
                throw new IllegalStateException("the first of all fails");
            }
            return Letters.vector(text);
        });
        AnswerVectors vectors = new AnswerVectors();

        Future<?> first = threads.submit(() -> vectors.with(model, List.of("answer"), "first"));
        await(asked);
        Future<?> second = threads.submit(() -> vectors.with(model, List.of("answer"), "second"));
        fail.countDown();

        assertThat(second.get()).isNotNull();
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(first::get)
                .withMessageContaining("the first of all fails");
    }

    @Test
    void keepsTheInterruptOfAThreadThatWaits() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        EmbeddingModel hanging = EmbeddingModel.of("hanging", text -> {
            if (text.equals("answer")) {
                asked.countDown();
                await(never);
            }
            return Letters.vector(text);
        });
        AnswerVectors vectors = new AnswerVectors();
        var unused = threads.submit(() -> vectors.with(hanging, List.of("answer"), "first"));
        await(asked);

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> vectors.with(hanging, List.of("answer"), "second"))
                .returns("INTERRUPTED", ScoringException::kind);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
