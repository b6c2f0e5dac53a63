package dev.junitllm.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A judged test as one would write it by hand, with OkHttp and Jackson. Started by {@link ChildRun} alone. */
class PlainJudgedTest {

    private static final String INSTRUCTION = """
            You are the judge in an automated software test. Answer this question about the answer that the user message \
            holds: %s
            YES and NO mean what they say; CANNOT_DETERMINE only where the data don't tell. `evidence` is the passage of \
            the answer that decides, copied word for word; `reason` says why in one sentence; then `verdict`. Reply with \
            one JSON object in the form that is asked for.""".formatted(JudgedSetTest.QUESTION);

    private static final String SCHEMA = """
            {"type": "json_schema", "json_schema": {"name": "verdict", "strict": true, "schema": {
              "type": "object",
              "properties": {
                "evidence": {"type": "string"},
                "reason": {"type": "string"},
                "verdict": {"type": "string", "enum": ["YES", "NO", "CANNOT_DETERMINE"]}},
              "required": ["evidence", "reason", "verdict"],
              "additionalProperties": false}}}""";

    private static final OkHttpClient CLIENT = RemoteApplication.client();

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.junitllm.benchmark.PlainTest#cases")
    void answers(PlainTest.Case one) throws IOException {
        String answer = RemoteApplication.answer(CLIENT, one.input());
        JsonNode verdict =
                RemoteApplication.MAPPER.readTree(RemoteApplication.ask(CLIENT, question(one.input(), answer)));
        assertEquals(
                "YES",
                verdict.path("verdict").asText(),
                () -> verdict.path("reason").asText());
    }

    private static ObjectNode question(String input, String answer) throws JsonProcessingException {
        ObjectNode request = RemoteApplication.MAPPER.createObjectNode().put("model", ModelServer.JUDGE);
        request.put("temperature", 0);
        ArrayNode messages = request.putArray("messages");
        messages.addObject().put("role", "system").put("content", INSTRUCTION);
        messages.addObject()
                .put("role", "user")
                .put("content", "<question>\n%s\n</question>\n<answer>\n%s\n</answer>".formatted(input, answer));
        request.set("response_format", RemoteApplication.MAPPER.readTree(SCHEMA));
        return request;
    }
}
