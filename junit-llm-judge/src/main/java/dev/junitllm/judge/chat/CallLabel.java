package dev.junitllm.judge.chat;

import java.util.Objects;

/**
 * What a request is asked for. Never sent: recordings tell equal requests apart by sample and vote, and know by the nonce
 * which text is new in every call; costs are counted by case, and time by judgement. Immutable.
 *
 * @param caseId the case that is judged, or an empty text
 * @param sample which sample of the case it is, from 1
 * @param vote which vote on the same question it is, from 1
 * @param nonce text of this call alone that the messages hold, such as their delimiters, or an empty text
 * @param since when the judgement began that the call is a part of, by {@link System#nanoTime()}; 0 for a call of its own
 */
public record CallLabel(String caseId, int sample, int vote, String nonce, long since) {

    /** Nothing in particular. */
    public static final CallLabel NONE = new CallLabel("", 1, 1, "", 0);

    /**
     * Checks what it is made of.
     *
     * @param caseId the case that is judged, or an empty text
     * @param sample which sample of the case it is, from 1
     * @param vote which vote on the same question it is, from 1
     * @param nonce text of this call alone that the messages hold, such as their delimiters, or an empty text
     * @param since when the judgement began that the call is a part of, by {@link System#nanoTime()}; 0 for a call of its own
     * @throws IllegalArgumentException where sample or vote are below 1
     */
    public CallLabel {
        Objects.requireNonNull(caseId, "caseId");
        Objects.requireNonNull(nonce, "nonce");
        if (sample < 1 || vote < 1) {
            throw new IllegalArgumentException("sample = %s, vote = %s: they count from 1".formatted(sample, vote));
        }
    }

    /**
     * For a case.
     *
     * @param id the case
     * @return the changed copy
     */
    public CallLabel withCaseId(String id) {
        return new CallLabel(id, sample, vote, nonce, since);
    }

    /**
     * For another sample.
     *
     * @param number from 1
     * @return the changed copy
     */
    public CallLabel withSample(int number) {
        return new CallLabel(caseId, number, vote, nonce, since);
    }

    /**
     * For another vote.
     *
     * @param number from 1
     * @return the changed copy
     */
    public CallLabel withVote(int number) {
        return new CallLabel(caseId, sample, number, nonce, since);
    }

    /**
     * With a nonce.
     *
     * @param text of this call alone
     * @return the changed copy
     */
    public CallLabel withNonce(String text) {
        return new CallLabel(caseId, sample, vote, text, since);
    }

    /**
     * As a part of a judgement, which may take so long as a whole.
     *
     * @param began when it began, by {@link System#nanoTime()}
     * @return the changed copy
     */
    public CallLabel withSince(long began) {
        return new CallLabel(caseId, sample, vote, nonce, began);
    }
}
