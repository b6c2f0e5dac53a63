package dev.junitllm.examples.tickets;

import dev.junitllm.examples.tickets.Ticket.Category;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads messages by their words, in place of a language model, so that the example runs anywhere and always answers the
 * same. Like a model it is right often rather than always. Thread-safe.
 */
public final class TicketDesk {

    private static final Pattern ORDER = Pattern.compile("\\b[A-Z]-\\d{4}\\b");

    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d{1,2})?) ?(?:euros?|€)");

    private static final Map<Category, List<String>> WORDS = Map.of(
            Category.REFUND, List.of("refund", "money back", "charged", "broken", "return"),
            Category.DELIVERY, List.of("parcel", "delivery", "arrive", "shipped", "tracking", "where is"),
            Category.ACCOUNT, List.of("password", "log in", "sign in", "account", "e-mail address"));

    private static final List<String> URGENT = List.of("urgent", "today", "immediately", "right now");

    /**
     * Reads a message.
     *
     * @param message what the customer wrote
     * @return what it is about
     */
    public Ticket read(String message) {
        String text = message.toLowerCase(Locale.ROOT);
        Matcher order = ORDER.matcher(message);
        Matcher amount = AMOUNT.matcher(text);
        return new Ticket(
                category(text),
                order.find() ? order.group() : null,
                amount.find() ? new BigDecimal(amount.group(1)) : null,
                URGENT.stream().anyMatch(text::contains));
    }

    /**
     * Does what a ticket asks for, as far as tools can.
     *
     * @param ticket the ticket
     * @param tools what the desk may call
     */
    public void handle(Ticket ticket, Tools tools) {
        String order = ticket.order();
        BigDecimal amount = ticket.amount();
        if (ticket.category() == Category.REFUND && order != null && amount != null) {
            tools.refund(order, amount);
        } else if (ticket.category() == Category.DELIVERY && order != null) {
            tools.track(order);
        } else {
            tools.askAPerson(ticket.category(), ticket.urgent());
        }
    }

    private static Category category(String text) {
        for (Category category : List.of(Category.REFUND, Category.DELIVERY, Category.ACCOUNT)) {
            if (WORDS.getOrDefault(category, List.of()).stream().anyMatch(text::contains)) {
                return category;
            }
        }
        return Category.OTHER;
    }

    /** What the desk may call. */
    public interface Tools {

        /**
         * Gives money back.
         *
         * @param order the order's number
         * @param amount in euros
         */
        void refund(String order, BigDecimal amount);

        /**
         * Looks up where a parcel is.
         *
         * @param order the order's number
         */
        void track(String order);

        /**
         * Hands the ticket to a person.
         *
         * @param category what kind of help is needed
         * @param urgent whether it can't wait
         */
        void askAPerson(Category category, boolean urgent);
    }
}
