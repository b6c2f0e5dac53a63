package dev.junitllm.examples.tickets;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.ToolCall;
import java.math.BigDecimal;

/** Tools that do nothing but note that they were called. */
record RecordedTools(Actual actual) implements TicketDesk.Tools {

    @Override
    public void refund(String order, BigDecimal amount) {
        actual.toolCall(ToolCall.of("refund", arguments().put("order", order).put("amount", amount)));
    }

    @Override
    public void track(String order) {
        actual.toolCall(ToolCall.of("track", arguments().put("order", order)));
    }

    @Override
    public void askAPerson(Ticket.Category category, boolean urgent) {
        actual.toolCall(ToolCall.of(
                "askAPerson", arguments().put("category", category.name()).put("urgent", urgent)));
    }

    private static ObjectNode arguments() {
        return JsonNodeFactory.instance.objectNode();
    }
}
