package dev.junitllm.report.waterfall;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What was said to a model and what it answered, by role. */
final class Conversation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_MESSAGES = 200;
    private static final int MOST_PARTS = 50;

    private final Markup out;
    private final Texts texts;

    /** What the model was told in the call before this one: an agent tells it again, and a little more. */
    private List<Message> before = List.of();

    private int placeBefore;

    Conversation(Markup out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    void write(TraceSpan span, int place, boolean open, Set<String> shown) {
        shown.addAll(List.of(
                TraceNames.SYSTEM_INSTRUCTIONS,
                TraceNames.INPUT_MESSAGES,
                TraceNames.OUTPUT_MESSAGES,
                TraceNames.INPUT_VALUE,
                TraceNames.OUTPUT_VALUE));
        List<Message> told = Message.input(span);
        int same = same(told);
        if (same > 1) {
            again(told.subList(0, same), open);
            write(told.subList(same, told.size()), "told");
        } else {
            write(told, "told");
        }
        before = told;
        placeBefore = place;
        write(Message.output(span), "said");
        tools(span, shown);
    }

    private int same(List<Message> told) {
        int same = 0;
        while (same < Math.min(told.size(), before.size()) && told.get(same).equals(before.get(same))) {
            same++;
        }
        return same;
    }

    private void again(List<Message> messages, boolean open) {
        out.open("details", "class", "again", "open", open ? "open" : "");
        out.open("summary").line(messages.size() + " messages as in ");
        out.open("a", "href", "#" + StepRow.anchor(placeBefore))
                .line("the call before")
                .close("a");
        out.close("summary");
        write(messages, "told");
        out.close("details");
    }

    private void write(List<Message> messages, String style) {
        messages.stream().limit(MOST_MESSAGES).forEach(message -> write(message, style));
        if (messages.size() > MOST_MESSAGES) {
            out.element("p", "cut", "and " + (messages.size() - MOST_MESSAGES) + " more messages");
        }
    }

    private void write(Message message, String style) {
        out.open("div", "class", "message " + style);
        out.element("h3", "", message.role());
        message.parts().stream().limit(MOST_PARTS).forEach(part -> {
            if (!part.title().isEmpty()) {
                out.element("p", "part", part.title());
            }
            if (part.json()) {
                texts.json(part.text());
            } else {
                texts.box(part.text());
            }
        });
        if (message.parts().size() > MOST_PARTS) {
            out.element("p", "cut", "and " + (message.parts().size() - MOST_PARTS) + " more parts");
        }
        out.close("div");
    }

    private void tools(TraceSpan span, Set<String> shown) {
        span.text(TraceNames.TOOL_DEFINITIONS).ifPresent(definitions -> {
            shown.add(TraceNames.TOOL_DEFINITIONS);
            List<String> names = names(definitions);
            out.open("details", "class", "more");
            out.element("summary", "", names.isEmpty() ? "tools" : "tools: " + String.join(", ", names));
            texts.json(definitions);
            out.close("details");
        });
    }

    private static List<String> names(String definitions) {
        List<String> names = new ArrayList<>();
        try {
            for (JsonNode tool : JSON.readTree(definitions)) {
                String name = tool.path("name")
                        .asText(tool.path("function").path("name").asText());
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        } catch (JsonProcessingException e) {
            return List.of();
        }
        return names;
    }
}
