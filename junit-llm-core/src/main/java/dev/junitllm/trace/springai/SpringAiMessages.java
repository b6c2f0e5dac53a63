package dev.junitllm.trace.springai;

import dev.junitllm.trace.recording.TraceMessages;
import java.util.List;
import java.util.Locale;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.messages.Message;
import org.springframework.ai.chat.messages.ToolResponseMessage;
import org.springframework.ai.chat.model.Generation;
import org.springframework.ai.content.MediaContent;

/** Spring AI's messages as a trace says them. */
final class SpringAiMessages {

    private SpringAiMessages() {}

    static TraceMessages of(List<? extends Message> messages) {
        TraceMessages converted = new TraceMessages();
        messages.forEach(message -> add(message, converted));
        return converted;
    }

    static TraceMessages answers(List<Generation> generations) {
        TraceMessages converted = new TraceMessages();
        for (Generation generation : generations) {
            add(generation.getOutput(), converted);
            converted.finish(ChatModelStep.reason(generation));
        }
        return converted;
    }

    private static void add(Message message, TraceMessages converted) {
        converted.message(message.getMessageType().getValue().toLowerCase(Locale.ROOT));
        if (message instanceof ToolResponseMessage tool) {
            tool.getResponses().forEach(response -> converted.toolResult(response.id(), response.responseData()));
            return;
        }
        converted.text(message.getText());
        if (message instanceof AssistantMessage assistant) {
            assistant.getToolCalls().forEach(call -> converted.toolCall(call.id(), call.name(), call.arguments()));
        }
        if (message instanceof MediaContent media) {
            media.getMedia().forEach(each -> converted.omitted(String.valueOf(each.getMimeType())));
        }
    }
}
