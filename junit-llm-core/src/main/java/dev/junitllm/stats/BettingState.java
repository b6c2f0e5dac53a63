package dev.junitllm.stats;

/**
 * A {@link BettingDesign} under way. Once it has decided, further scores change nothing. Immutable.
 *
 * @param design what decides
 * @param forGood the evidence that the mean is above {@code bad}
 * @param forBad the evidence that the mean is below {@code good}
 */
public record BettingState(BettingDesign design, BettingProcess forGood, BettingProcess forBad) {

    /**
     * Made by {@link BettingDesign#begin}.
     *
     * @param design what decides
     * @param forGood the evidence that the mean is above {@code bad}
     * @param forBad the evidence that the mean is below {@code good}
     */
    public BettingState {}

    /**
     * After one more score.
     *
     * @param score from 0 to 1
     * @return the state; this one where it has decided already
     * @throws IllegalArgumentException where the score lies outside
     */
    public BettingState add(double score) {
        BettingProcess.checkScore(score);
        return decision().isFinal() ? this : new BettingState(design, forGood.add(score), forBad.add(score));
    }

    /**
     * After a batch of scores that were made at the same time: the evidence is weighed once, behind the batch.
     *
     * @param scores from 0 to 1 each
     * @return the state; this one where it has decided already
     * @throws IllegalArgumentException where a score lies outside
     */
    public BettingState add(double... scores) {
        if (decision().isFinal()) {
            return this;
        }
        BettingProcess good = forGood;
        BettingProcess bad = forBad;
        for (double score : scores) {
            good = good.add(score);
            bad = bad.add(score);
        }
        return new BettingState(design, good, bad);
    }

    /**
     * What is known. Of a suite drawn to its end whose mean is above {@code bad} and below {@code good} both are shown, and
     * that is PASS; so is a mean that equals both.
     *
     * @return the decision
     */
    public SequentialDecision decision() {
        if (forGood.logWealth() >= -Math.log(design.alpha())) {
            return SequentialDecision.PASS;
        }
        if (forBad.logWealth() >= -Math.log(design.beta())) {
            return SequentialDecision.FAIL;
        }
        if (forGood.isComplete()) {
            return SequentialDecision.PASS;
        }
        return scores() >= design.cap() ? SequentialDecision.INCONCLUSIVE : SequentialDecision.CONTINUE;
    }

    /**
     * How many scores have been weighed.
     *
     * @return at least 0
     */
    public int scores() {
        return forGood.values();
    }
}
