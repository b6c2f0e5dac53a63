package dev.junitllm.judge.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.RunScope;
import dev.junitllm.Usage;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.Sampling;
import dev.junitllm.score.ScoringException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JudgeCostsTest {

    private static final ChatModelDescription MODEL = ChatModelDescription.of("openai", "m");

    /** A dollar a token. */
    private static final String PRICES = "models: {m: {input: 1000000, output: 1000000}}";

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void sendsNothingThatCouldCostMoreThanIsLeft() throws Exception {
        ChatModel model = guarded("1000", request -> ChatReply.of("").withUsage(Usage.of(100, 100)));
        ChatRequest most = request(800);

        model.chat(most);
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(request(801)))
                .withMessage(
                        "not sent: it could cost 818 USD, and of the 1000 that junit.llm.max-cost allows 200 are spent")
                .returns("BUDGET", ScoringException::kind);
        assertThat(calls).hasValue(1);
        model.chat(request(700));
        assertThat(calls).hasValue(2);
    }

    @Test
    void manyAtOnceNeverOvershoot() throws Exception {
        AtomicInteger spent = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4); // so many fit at once
        ChatModel model = guarded("500", request -> {
            all.countDown();
            await(all);
            spent.addAndGet(117);
            return ChatReply.of("").withUsage(Usage.of(17, 100));
        });
        ExecutorService threads = Executors.newFixedThreadPool(64);
        List<Future<Boolean>> sent = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            sent.add(threads.submit(() -> {
                try {
                    model.chat(request(100));
                    return true;
                } catch (ScoringException e) {
                    assertThat(e.kind()).isEqualTo("BUDGET");
                    return false;
                }
            }));
        }
        int successes = 0;
        for (Future<Boolean> one : sent) {
            successes += one.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(successes).isEqualTo(4);
        assertThat(spent.get()).isEqualTo(468);
    }

    @Test
    void waitsForOthersToSettleRatherThanRefuseWhatFits() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ChatModel model = guarded("200", request -> {
            if (calls.get() == 1) {
                first.countDown();
                await(goOn);
            }
            return ChatReply.of("").withUsage(Usage.of(1, 1));
        });
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<ChatReply> one = threads.submit(() -> model.chat(request(100)));
        await(first);
        Future<ChatReply> two = threads.submit(() -> model.chat(request(100)));
        assertThat(two.isDone()).isFalse();
        goOn.countDown();

        assertThat(one.get()).isEqualTo(two.get());
        threads.shutdown();
    }

    @Test
    void takesACallOfUnknownTokensForTheMostItCouldCost() throws Exception {
        ChatModel model = guarded("200", request -> ChatReply.of(""));

        model.chat(request(100));

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(request(100)))
                .withMessageContaining("allows 117 are spent");
    }

    @Test
    void aRefusedOrReplayedCallCostsNothingAndOneThatHungMayHave() throws Exception {
        List<ChatModel> script = new ArrayList<>(List.of(
                request -> {
                    throw new ScoringException("RATE_LIMITED", "later");
                },
                request -> ChatReply.of("").withUsage(Usage.of(50, 50)).asReplayed(),
                request -> {
                    throw new ScoringException("TIMEOUT", "gone");
                }));
        ChatModel model = guarded("150", request -> script.remove(0).chat(request));

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(request(100)))
                .withMessage("later");
        model.chat(request(100));
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(request(100)))
                .withMessage("gone");
        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(request(100)))
                .withMessageContaining("allows 117 are spent");
    }

    @Test
    void sendsNothingMoreToAModelThatKeepsToNoLimit() throws Exception {
        ChatModel model = guarded("100000", request -> ChatReply.of("").withUsage(Usage.of(1, 101)));

        model.chat(request(101));
        model.chat(request(100));

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(request(100)))
                .withMessage(
                        "not sent: openai/m answered with 101 tokens, where at most 100 were allowed, so nobody knows"
                                + " what a call could cost at most, and junit.llm.max-cost is a limit")
                .returns("BUDGET", ScoringException::kind);
        assertThat(calls).hasValue(2);
    }

    @Test
    void needsALimitOfOutputTokens() throws Exception {
        ChatModel model = guarded("200", request -> ChatReply.of(""));

        assertThatExceptionOfType(ScoringException.class)
                .isThrownBy(() -> model.chat(ChatRequest.of(ChatMessage.user("a"))))
                .withMessage("not sent: junit.llm.max-cost needs a limit of output tokens on every request");
        assertThat(calls).hasValue(0);
    }

    @Test
    void refusesABudgetForAModelWithoutAPriceBeforeTheFirstCall() throws Exception {
        settings.put("junit.llm.max-cost", "1");

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> costs().guarded(named(request -> ChatReply.of(""))))
                .withMessage(
                        "junit.llm.max-cost is set, but openai/m has no price: add it to the file that junit.llm.prices"
                                + " names; a model that costs nothing needs a 0");
    }

    @Test
    void refusesWhatIsNoAmount() {
        for (String amount : List.of("-1", "much", "NaN")) {
            settings.put("junit.llm.max-cost", amount);
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(this::costs)
                    .withMessage(
                            "junit.llm.max-cost (or JUNIT_LLM_MAX_COST) is '%s', but must be an amount, such as 2.50",
                            amount);
        }
    }

    @Test
    void leavesAModelAloneWithoutABudget() {
        ChatModel model = request -> ChatReply.of("");

        assertThat(costs().guarded(model)).isSameAs(model);
    }

    private ChatModel guarded(String most, ChatModel model) throws IOException {
        settings.put("junit.llm.max-cost", most);
        settings.put(
                "junit.llm.prices",
                Files.writeString(folder.resolve("prices.yaml"), PRICES).toString());
        return costs().guarded(named(model));
    }

    private ChatModel named(ChatModel model) {
        ChatModel counting = request -> {
            calls.incrementAndGet();
            return model.chat(request);
        };
        return counting.describedAs(MODEL);
    }

    private JudgeCosts costs() {
        return JudgeCosts.of(
                new Scope(Configuration.of(key -> Optional.ofNullable(settings.get(key)), Map.of()), new HashMap<>()));
    }

    /** At most 17 tokens in, and so many out. */
    private static ChatRequest request(int output) {
        return ChatRequest.of(ChatMessage.user("a")).withSampling(Sampling.DEFAULT.withMaxOutputTokens(output));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    record Scope(Configuration configuration, Map<Class<?>, Object> things) implements RunScope {

        @Override
        public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
            Object thing = things.get(key);
            if (thing == null) {
                thing = create.get();
                things.put(key, thing);
            }
            return key.cast(thing);
        }
    }
}
