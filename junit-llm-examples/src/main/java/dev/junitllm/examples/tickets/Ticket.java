package dev.junitllm.examples.tickets;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a customer's message is about.
 *
 * @param category what kind of help is needed
 * @param order the order's number, or {@code null} where the message names none
 * @param amount how much money is asked back, or {@code null} where nothing is said of it
 * @param urgent whether it can't wait
 */
public record Ticket(
        Category category, @Nullable String order, @Nullable BigDecimal amount, boolean urgent) {

    /** What kind of help is needed. */
    public enum Category {
        /** Money back. */
        REFUND,
        /** Where is my parcel? */
        DELIVERY,
        /** Signing in, passwords, addresses. */
        ACCOUNT,
        /** Anything else. */
        OTHER
    }
}
