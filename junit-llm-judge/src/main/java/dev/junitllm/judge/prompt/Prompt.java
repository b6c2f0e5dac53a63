package dev.junitllm.judge.prompt;

import dev.junitllm.judge.chat.ChatMessage;
import dev.junitllm.judge.chat.ChatRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a judge is asked, before it has a nonce. Instructions stand in the system message alone. Every text to judge stands in
 * the user message between delimiters that hold the nonce, which no text can know; behind them the task is said again.
 * Immutable.
 *
 * @param instruction what to do, in our words or the test author's
 * @param task the same in one sentence
 * @param data what to judge
 * @param fields which of the data to show, in this order
 * @param earlier what earlier steps made of the data, by name: shown as data too, for it is made of it
 */
public record Prompt(
        String instruction, String task, JudgedData data, List<DataField> fields, Map<String, String> earlier) {

    private static final Frame FRAME = Frame.read();

    private static final int MOST_DRAWS = 100;

    /**
     * Checks what it is made of.
     *
     * @param instruction what to do, in our words or the test author's
     * @param task the same in one sentence
     * @param data what to judge
     * @param fields which of the data to show, in this order
     * @param earlier what earlier steps made of the data, by name: shown as data too, for it is made of it
     */
    public Prompt {
        fields = List.copyOf(fields);
        earlier = new LinkedHashMap<>(earlier);
    }

    /**
     * The request, with a nonce that the data doesn't hold.
     *
     * @param nonces draws nonces
     * @return the request, labelled with the nonce
     */
    public ChatRequest request(Supplier<String> nonces) {
        List<DataPart> shown = new ArrayList<>();
        earlier.forEach((name, text) -> shown.add(DataPart.named(DataField.ANSWER, name, "", text, true)));
        fields.forEach(field -> shown.addAll(data.of(field)));
        String nonce = draw(nonces, shown);
        String system = FRAME.system().fill(Map.of("instruction", instruction, "nonce", nonce));
        String user = section(shown, nonce) + FRAME.task().fill(Map.of("task", task, "nonce", nonce));
        ChatRequest request = ChatRequest.of(ChatMessage.system(system), ChatMessage.user(user));
        return request.withLabel(request.label().withNonce(nonce));
    }

    /**
     * What to say to a reply that can't be used.
     *
     * @param error what is wrong with it
     * @param nonce the request's
     * @return the message
     */
    public static ChatMessage repair(String error, String nonce) {
        return ChatMessage.user(FRAME.repair().fill(Map.of("error", error, "nonce", nonce)));
    }

    /**
     * The words around instruction and data, which decide scores too.
     *
     * @return the words, with placeholders
     */
    public static String frame() {
        return FRAME.toString();
    }

    private String section(List<DataPart> shown, String nonce) {
        StringBuilder section = new StringBuilder();
        for (DataPart part : shown) {
            section.append("<data-").append(nonce).append(" name=\"").append(part.name());
            section.append(part.id().isEmpty() ? "\"" : "\" id=\"" + part.id() + "\"")
                    .append(">\n");
            section.append(part.text()).append("\n</data-").append(nonce).append(">\n\n");
        }
        for (DataField field : fields) {
            if (data.of(field).isEmpty()) {
                section.append("<data-").append(nonce).append(" name=\"").append(field.label());
                section.append("\" empty=\"true\"/>\n\n");
            }
        }
        return section.toString();
    }

    private static boolean holds(List<DataPart> parts, String nonce) {
        for (DataPart part : parts) {
            if (part.text().contains(nonce) || part.raw().contains(nonce)) {
                return true;
            }
        }
        return false;
    }

    private static String draw(Supplier<String> nonces, List<DataPart> shown) {
        for (int i = 0; i < MOST_DRAWS; i++) {
            String nonce = nonces.get();
            if (!holds(shown, nonce)) {
                return nonce;
            }
        }
        throw new IllegalStateException("every nonce that was drawn stands in the data already");
    }
}
