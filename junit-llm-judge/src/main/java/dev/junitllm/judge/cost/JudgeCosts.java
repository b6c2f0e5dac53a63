package dev.junitllm.judge.cost;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.Printable;
import dev.junitllm.RunScope;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.trace.cost.Price;
import dev.junitllm.trace.cost.PriceTable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What the judges of a run cost. Whoever makes a judge puts {@link #guarded} around what really calls, so that nothing is sent
 * that the run's budget doesn't allow, and {@link #counted} around everything, recordings too, so that {@link Budget} sees it.
 * Safe for use by several threads.
 */
public final class JudgeCosts implements AutoCloseable {

    private static final int OUTPUT_LIMIT = 4_096;

    private final PriceTable prices;
    private final @Nullable RunBudget budget;
    private final Map<String, TestCalls> tests = new ConcurrentHashMap<>();

    private JudgeCosts(Configuration configuration) {
        this.prices = PriceTable.of(configuration);
        this.budget = configuration
                .text(CostKeys.MAX_COST)
                .map(amount -> new RunBudget(amount(amount), prices.currency()))
                .orElse(null);
    }

    /**
     * The costs of a run.
     *
     * @param scope the run
     * @return the same at every call
     * @throws ConfigurationException where {@code junit.llm.prices} or {@code junit.llm.max-cost} are wrong
     */
    public static JudgeCosts of(RunScope scope) {
        return scope.shared(JudgeCosts.class, () -> new JudgeCosts(scope.configuration()));
    }

    /**
     * How many tokens an answer may have where nobody sets a limit: without one, nobody knows what a call could cost.
     *
     * @return 4096 where the run has a budget; empty where it has none
     */
    public OptionalInt outputLimit() {
        return budget == null ? OptionalInt.empty() : OptionalInt.of(OUTPUT_LIMIT);
    }

    /**
     * Keeps a model to {@code junit.llm.max-cost}: a call that could cost more than is left ends as an error of kind {@code
     * BUDGET} and is not sent. A call without usage is taken for what it could cost at most.
     *
     * @param model what really calls
     * @return the guarded model; the model itself where no budget is set
     * @throws ConfigurationException where a budget is set, but the model has no price
     */
    public ChatModel guarded(ChatModel model) {
        if (budget == null) {
            return model;
        }
        Price price = price(model)
                .orElseThrow(() -> new ConfigurationException(
                        "%s is set, but %s has no price: add it to the file that %s names; a model that costs nothing needs a 0"
                                .formatted(CostKeys.MAX_COST.name(), model.describe(), PriceTable.FILE.name())));
        return new GuardedModel(model, price, budget);
    }

    /**
     * Counts the calls of a model for the gates of a test.
     *
     * @param model who answers, by a call or from a recording
     * @param scope whose test it is
     * @return the counted model
     */
    public ChatModel counted(ChatModel model, RunScope scope) {
        TestCalls calls = calls(scope.test());
        if (calls.expect(model.describe(), price(model))) {
            tell(calls, scope);
        }
        return new CountedModel(model, price(model), prices.currency(), calls);
    }

    private Optional<Price> price(ChatModel model) {
        ChatModelDescription described = model.describe();
        return prices.of(described.provider(), described.model());
    }

    TestCalls calls(String test) {
        return tests.computeIfAbsent(test, name -> new TestCalls());
    }

    /** The summary of the test says what its judges spent, and its record keeps it. */
    private void tell(TestCalls calls, RunScope scope) {
        scope.whenEnded(whole -> SpentWords.remark(calls.counts(), currency()));
        scope.keep("judgeCalls", () -> SpentWords.facts(calls.counts(), currency()));
    }

    String currency() {
        return prices.currency();
    }

    /** What the guarded calls have cost so far; empty without a budget. */
    Optional<BigDecimal> spent() {
        return Optional.ofNullable(budget).map(RunBudget::spent);
    }

    /** Holds nothing that has to be let go of. */
    @Override
    public void close() {
        tests.clear();
    }

    private static BigDecimal amount(String text) {
        try {
            BigDecimal amount = new BigDecimal(text);
            if (amount.signum() >= 0) {
                return amount;
            }
        } catch (NumberFormatException e) {
            // falls through to the message that names the setting
        }
        throw new ConfigurationException("%s (or %s) is '%s', but must be an amount, such as 2.50"
                .formatted(
                        CostKeys.MAX_COST.name(), CostKeys.MAX_COST.environmentVariable(), Printable.line(text, 80)));
    }
}
