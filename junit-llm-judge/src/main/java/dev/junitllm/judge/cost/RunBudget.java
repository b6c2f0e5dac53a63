package dev.junitllm.judge.cost;

import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.score.ScoringException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a run may cost. Each call reserves the most it can cost before it is sent and settles what it did cost after, so that
 * many at once can't overshoot together. A call that fits once others have settled waits for them. Safe for use by several
 * threads.
 */
final class RunBudget {

    private final BigDecimal most;
    private final String currency;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition settled = lock.newCondition();
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal reserved = BigDecimal.ZERO;

    /** Of models to which nothing more is sent: why not. */
    private final Map<ChatModelDescription, String> closed = new HashMap<>();

    RunBudget(BigDecimal most, String currency) {
        this.most = most;
        this.currency = currency;
    }

    /** Sets an amount aside for a call of a model, or says that there is not enough left. */
    void reserve(ChatModelDescription model, BigDecimal amount) throws ScoringException {
        lock.lock();
        try {
            refuseIfClosed(model);
            while (spent.add(reserved).add(amount).compareTo(most) > 0) {
                if (reserved.signum() == 0) {
                    throw new ScoringException(
                            "BUDGET",
                            "not sent: it could cost %s %s, and of the %s that %s allows %s are spent"
                                    .formatted(
                                            amount.toPlainString(),
                                            currency,
                                            most.toPlainString(),
                                            CostKeys.MAX_COST.name(),
                                            spent.toPlainString()));
                }
                settled.await();
                refuseIfClosed(model);
            }
            reserved = reserved.add(amount);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScoringException("INTERRUPTED", "interrupted while other calls used up the budget", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Lets no further call of a model be sent.
     *
     * @param model the model
     * @param why in printable words
     */
    void close(ChatModelDescription model, String why) {
        lock.lock();
        try {
            closed.putIfAbsent(model, why);
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void refuseIfClosed(ChatModelDescription model) throws ScoringException {
        String why = closed.get(model);
        if (why != null) {
            throw new ScoringException(
                    "BUDGET",
                    "not sent: %s, so nobody knows what a call could cost at most, and %s is a limit"
                            .formatted(why, CostKeys.MAX_COST.name()));
        }
    }

    /** Says what a call that reserved an amount did cost. */
    void settle(BigDecimal amount, BigDecimal cost) {
        lock.lock();
        try {
            reserved = reserved.subtract(amount);
            spent = spent.add(cost);
            settled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    BigDecimal spent() {
        lock.lock();
        try {
            return spent;
        } finally {
            lock.unlock();
        }
    }
}
