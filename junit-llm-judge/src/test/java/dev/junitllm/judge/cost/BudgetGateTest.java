package dev.junitllm.judge.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.junitllm.Usage;
import dev.junitllm.judge.chat.CallLabel;
import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.run.VerdictStatus;
import dev.junitllm.score.ScoringException;
import dev.junitllm.trace.cost.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetGateTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final BudgetLimits ALL = new BudgetLimits(
            Optional.of(new BigDecimal("0.5")), Optional.of(1_000L), Optional.of(2L), Optional.of(SECOND));

    private final TestCalls calls = new TestCalls();

    @Test
    void passesWhatKeepsToEveryLimit() {
        call("a", Usage.of(400, 100), "0.25", SECOND);
        call("a", Usage.of(400, 100), "0.25", SECOND);

        assertThat(decide(ALL))
                .isEqualTo(new BudgetGate.Decision(
                        VerdictStatus.PASS,
                        "2 calls took 1000 tokens and cost 0.50 USD; at most 2 for a case; 95 % took up to 1s"));
    }

    @Test
    void failsOverEachLimit() {
        call("a", Usage.of(400, 101), "0.3", SECOND.plusMillis(1));
        call("a", Usage.of(400, 100), "0.3", SECOND.plusMillis(1));
        call("a", Usage.of(0, 0), "0", Duration.ZERO);

        assertThat(decide(ALL))
                .isEqualTo(new BudgetGate.Decision(
                        VerdictStatus.FAIL,
                        "the calls cost 0.6 USD, allowed are 0.5; the calls took 1001 tokens, allowed are 1000; sample"
                                + " a#1 took 3 calls, allowed are 2; 95 % of the calls took up to 1.001s, allowed are"
                                + " 1s"));
    }

    @Test
    void takesThe95thPercentileByTheNearestRank() {
        for (int i = 1; i <= 20; i++) {
            call("c" + i, Usage.of(1, 1), "0", Duration.ofSeconds(i));
        }

        assertThat(calls.counts().p95()).contains(Duration.ofSeconds(19));
    }

    @Test
    void isAnErrorWhereNobodyKnowsUnlessItIsTooMuchAlready() {
        call("a", Usage.UNKNOWN, null, SECOND);
        call("b", Usage.of(1, 1), "0.1", SECOND);

        assertThat(decide(ALL))
                .isEqualTo(new BudgetGate.Decision(
                        VerdictStatus.ERROR,
                        "nobody knows what 1 of 2 calls cost; nobody reported the tokens of 1 of 2 calls"));
        assertThat(decide(onlyCalls(2)).reason())
                .startsWith("2 calls took at least 2 tokens and cost at least 0.1 USD; at most 1");
        call("b", Usage.of(1, 1), "0.45", SECOND);
        assertThat(decide(ALL))
                .isEqualTo(new BudgetGate.Decision(
                        VerdictStatus.FAIL, "the calls cost at least 0.55 USD, allowed are 0.5"));
    }

    @Test
    void doesNotDecideWhatWasReplayedUnlessTheRestIsTooMuch() {
        call("a", Usage.of(1, 1), "0.1", SECOND);
        calls.begin(CallLabel.NONE);
        calls.end(
                ChatReply.of("").withUsage(Usage.of(900, 900)).asReplayed(),
                Optional.of(new Price(new BigDecimal("1000000"), new BigDecimal("1000000"), null, null)),
                0);

        assertThat(decide(ALL))
                .isEqualTo(new BudgetGate.Decision(
                        VerdictStatus.NOT_DECIDED,
                        "replayed: 1 of 2 calls came from recordings, which cost nothing now"));
        call("a", Usage.of(1_000, 1), "0.1", SECOND);
        assertThat(decide(ALL).status()).isEqualTo(VerdictStatus.FAIL);
    }

    @Test
    void saysThatACallWithoutAnAnswerMayHaveCostSomething() {
        call("a", Usage.of(400, 100), "0.25", SECOND);
        assertThatExceptionOfType(ScoringException.class).isThrownBy(() -> failing("TIMEOUT"));

        assertThat(decide(onlyCalls(2)))
                .isEqualTo(new BudgetGate.Decision(
                        VerdictStatus.PASS,
                        "2 calls took at least 500 tokens and cost at least 0.25 USD; at most 1 for a case; 95 % took up"
                                + " to 1s"));
        assertThat(SpentWords.remark(calls.counts(), "USD"))
                .isEqualTo(
                        "the judge was asked 2 times (1 without an answer), at least 500 tokens, cost at least 0.25 USD");
    }

    @Test
    void saysTheSameOfAModelOfTheUsersThatBreaks() {
        ChatModel broken = request -> {
            throw new IllegalStateException("no answer");
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> new CountedModel(broken, Optional.empty(), "USD", calls)
                        .chat(ChatRequest.of(ChatMessage.user("?"))));

        assertThat(SpentWords.remark(calls.counts(), "USD"))
                .isEqualTo("the judge was asked once (1 without an answer), unknown tokens, cost unknown");
    }

    @Test
    void doesNotDecideWhereNoCallWasAnswered() {
        assertThatExceptionOfType(ScoringException.class).isThrownBy(() -> failing("UNAUTHORIZED"));

        assertThat(decide(ALL))
                .isEqualTo(new BudgetGate.Decision(
                        VerdictStatus.NOT_DECIDED, "none of the calls was answered, so nobody knows what they took"));
        assertThat(decide(onlyCalls(1)).status()).isEqualTo(VerdictStatus.PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_RECORDING", "NOT_RUN", "BUDGET"})
    void doesNotCountWhatWasNeverSent(String kind) {
        assertThatExceptionOfType(ScoringException.class).isThrownBy(() -> failing(kind));

        assertThat(decide(ALL)).isEqualTo(new BudgetGate.Decision(VerdictStatus.NOT_DECIDED, "no judge was called"));
        assertThat(SpentWords.remark(calls.counts(), "USD")).isEmpty();
    }

    private void failing(String kind) throws ScoringException {
        ChatModel model = request -> {
            throw new ScoringException(kind, "no answer");
        };
        new CountedModel(model, Optional.empty(), "USD", calls)
                .chat(ChatRequest.of(ChatMessage.user("?")).withLabel(CallLabel.NONE.withCaseId("b")));
    }

    @Test
    void saysWhatIsEstimated() {
        calls.begin(CallLabel.NONE);
        calls.end(
                ChatReply.of("").withUsage(new Usage(1_000_000L, 0L, 10L, null, null)),
                Optional.of(new Price(BigDecimal.ONE, BigDecimal.ZERO, null, null)),
                0);

        assertThat(decide(onlyCalls(2)).reason())
                .contains("cost 1 USD (estimated for 1, whose cached tokens have no price of their own)");
    }

    @Test
    void doesNotDecideWhereNothingWasCalled() {
        assertThat(decide(ALL)).isEqualTo(new BudgetGate.Decision(VerdictStatus.NOT_DECIDED, "no judge was called"));
    }

    @Test
    void isRefusedWhereThereIsNoJudgeOrNoPrice() {
        BudgetGate gate = new BudgetGate(ALL, calls, "USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gate.check(List.of()))
                .withMessage("it counts the calls of judges, and this method has none");

        calls.expect(ChatModelDescription.of("openai", "m"), Optional.empty());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gate.check(List.of()))
                .withMessage(
                        "maxCost: openai/m has no price; add it to the file that junit.llm.prices names; a model that"
                                + " costs nothing needs a 0");
        new BudgetGate(onlyCalls(2), calls, "USD").check(List.of());
    }

    private BudgetGate.Decision decide(BudgetLimits limits) {
        return new BudgetGate(limits, calls, "USD").decide(calls.counts());
    }

    private static BudgetLimits onlyCalls(long most) {
        return new BudgetLimits(Optional.empty(), Optional.empty(), Optional.of(most), Optional.empty());
    }

    /** Input tokens cost what makes the call cost that much. */
    private void call(String id, Usage usage, @Nullable String cost, Duration took) {
        calls.begin(CallLabel.NONE.withCaseId(id));
        Optional<Price> price = Optional.ofNullable(cost)
                .map(amount -> new BigDecimal(amount).movePointRight(6))
                .map(amount -> new Price(
                        usage.inputTokens() == null || usage.inputTokens() == 0
                                ? BigDecimal.ZERO
                                : amount.divide(BigDecimal.valueOf(usage.inputTokens())),
                        BigDecimal.ZERO,
                        null,
                        null));
        calls.end(ChatReply.of("").withUsage(usage), price, took.toNanos());
    }
}
