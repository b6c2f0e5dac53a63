package dev.junitllm.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A judge that was recorded: to each question about one of 320 answers it replies with the next of GPT-4's three judgements, in
 * our form. It knows nothing of a request but its messages.
 */
final class RecordedGpt4 {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern CODE = Pattern.compile("The code of this request is ([0-9a-f]{32})");

    private final Map<String, JsonNode> rows = new HashMap<>();
    private final Map<String, Integer> asked = new HashMap<>();
    private int calls;

    RecordedGpt4(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            JsonNode row = MAPPER.readTree(line);
            rows.put(key(row.at("/instruction").asText(), row.at("/response").asText()), row);
        }
    }

    /** The reply to a request of these two messages. */
    synchronized String reply(String system, String user) {
        Matcher code = CODE.matcher(system);
        if (!code.find()) {
            throw new AssertionError("no code in the system message");
        }
        String nonce = code.group(1);
        String key = key(section(user, nonce, "question"), section(user, nonce, "answer"));
        JsonNode row = rows.get(key);
        if (row == null) {
            throw new AssertionError("not one of the recorded answers: " + user);
        }
        calls++;
        int vote = asked.merge(key, 1, Integer::sum) - 1;
        ObjectNode reply = MAPPER.createObjectNode().put("nonce", nonce).put("evidence", "");
        reply.put("reason", row.at("/gpt4_feedback").path(vote % 3).asText());
        reply.put("score", row.at("/gpt4_scores").path(vote % 3).asInt());
        return reply.toString();
    }

    synchronized int calls() {
        return calls;
    }

    /** What was recorded, row by row. */
    static List<int[]> scores(Path file) throws IOException {
        List<int[]> scores = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode recorded = MAPPER.readTree(line).at("/gpt4_scores");
            scores.add(new int[] {
                recorded.get(0).asInt(),
                recorded.get(1).asInt(),
                recorded.get(2).asInt()
            });
        }
        return scores;
    }

    private static String section(String user, String nonce, String name) {
        String begin = "<data-" + nonce + " name=\"" + name + "\">\n";
        int from = user.indexOf(begin);
        return user.substring(from + begin.length(), user.indexOf("\n</data-" + nonce, from));
    }

    private static String key(String question, String answer) {
        return (question + "\n" + answer).replaceAll("[^A-Za-z0-9]+", "");
    }
}
