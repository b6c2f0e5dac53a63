package dev.junitllm.score;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.GoldenPart;
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
            golden.context().forEach(document -> texts.add(document.text()));
            golden.messages().forEach(message -> texts.add(message.content()));
            golden.toolCalls().forEach(call -> texts.add(call.arguments().toString()));
            texts.add(golden.metadata().toString());
        }
        actual.recordedOutput().ifPresent(texts::add);
        actual.retrieved().forEach(document -> texts.add(document.text()));
        actual.toolCalls().forEach(call -> texts.add(call.arguments().toString()));
        return texts;
    }
}
