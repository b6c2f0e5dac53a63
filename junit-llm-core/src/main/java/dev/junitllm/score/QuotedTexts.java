package dev.junitllm.score;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.Document;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
import dev.junitllm.Message;
import dev.junitllm.ToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went into a case and came out of it: scores and errors may quote any of it, and cut what they quote. */
public final class QuotedTexts {

    private QuotedTexts() {}

    /**
     * Collects it.
     *
     * @param golden the case, or {@code null} where it can't be read
     * @param actual what the application did
     * @return the texts as they are, with their secrets
     */
    public static List<String> of(@Nullable GoldenCase golden, Actual actual) {
        List<String> texts = new ArrayList<>();
        if (golden != null) {
            texts.add(golden.input());
            texts.addAll(GoldenPart.ANSWER.isIn(golden) ? golden.acceptableAnswers() : List.of());
            addDocuments(golden.context(), texts);
            for (Message message : golden.messages()) {
                texts.add(message.content());
            }
            addArguments(golden.toolCalls(), texts);
            ObjectNode metadata = golden.metadata();
            if (!metadata.isEmpty()) {
                texts.add(metadata.toString());
            }
        }
        if (actual.hasOutput()) {
            texts.add(actual.output());
        }
        addDocuments(actual.retrieved(), texts);
        addArguments(actual.toolCalls(), texts);
        return texts;
    }

    private static void addDocuments(List<Document> documents, List<String> texts) {
        for (Document document : documents) {
            texts.add(document.text());
        }
    }

    private static void addArguments(List<ToolCall> calls, List<String> texts) {
        for (ToolCall call : calls) {
            texts.add(call.arguments().toString());
        }
    }
}
