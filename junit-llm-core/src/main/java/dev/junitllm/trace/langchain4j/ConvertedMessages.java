package dev.junitllm.trace.langchain4j;

import dev.junitllm.trace.recording.TraceMessages;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.Content;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.output.FinishReason;
import java.util.List;
import java.util.Locale;

/** LangChain4j's messages as a trace says them. */
final class ConvertedMessages {

    private ConvertedMessages() {}

    static TraceMessages of(List<? extends ChatMessage> messages) {
        TraceMessages converted = new TraceMessages();
        messages.forEach(message -> add(message, converted));
        return converted;
    }

    private static void add(ChatMessage message, TraceMessages converted) {
        if (message instanceof SystemMessage system) {
            converted.message("system").text(system.text());
        } else if (message instanceof UserMessage user) {
            converted.message("user");
            user.contents().forEach(content -> add(content, converted));
        } else if (message instanceof AiMessage ai) {
            converted.message("assistant").reasoning(ai.thinking()).text(ai.text());
            ai.toolExecutionRequests().forEach(request -> add(request, converted));
        } else if (message instanceof ToolExecutionResultMessage result) {
            converted.message("tool").toolResult(result.id(), text(result));
        } else {
            converted.message("user").omitted(name(message.type()));
        }
    }

    private static void add(Content content, TraceMessages converted) {
        if (content instanceof TextContent text) {
            converted.text(text.text());
        } else {
            converted.omitted(name(content.type()));
        }
    }

    private static void add(ToolExecutionRequest request, TraceMessages converted) {
        converted.toolCall(request.id(), request.name(), request.arguments());
    }

    /** A result that is more than one text has no text as a whole. */
    private static String text(ToolExecutionResultMessage result) {
        return result.hasSingleText() ? result.text() : String.valueOf(result.contents());
    }

    /** As OpenTelemetry's conventions write it: {@code tool_calls} for what LangChain4j calls an execution. */
    static String reason(FinishReason reason) {
        return reason == FinishReason.TOOL_EXECUTION ? "tool_calls" : name(reason);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
