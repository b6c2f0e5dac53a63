package dev.junitllm.judge.chat;

import java.util.ArrayList;
import java.util.List;

/** The form of the reply in words, for servers that enforce none. */
final class SchemaPrompt {

    private SchemaPrompt() {}

    /** The messages of a request whose instructions describe the form; without a form, the messages as they are. */
    static List<ChatMessage> describedIn(ChatRequest request) {
        OutputSchema output = request.output();
        if (output == null) {
            return request.messages();
        }
        String words =
                "Answer with one JSON value and nothing else: no words around it, no code fence. It has to match this"
                        + " JSON Schema:\n" + output.schema();
        List<ChatMessage> messages = new ArrayList<>(request.messages());
        ChatMessage first = messages.get(0);
        if (first.role() == ChatRole.SYSTEM) {
            messages.set(0, ChatMessage.system(first.text() + "\n\n" + words));
        } else {
            messages.add(0, ChatMessage.system(words));
        }
        return messages;
    }
}
