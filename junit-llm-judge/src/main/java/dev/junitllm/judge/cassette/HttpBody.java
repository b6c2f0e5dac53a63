package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.trace.Redactor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A body as it is kept, under one name or another: as JSON where that says the same byte for byte, as lines of text where it is
 * text, else as Base64.
 *
 * @param name {@code json}, {@code text} or {@code base64}
 * @param value what stands there, without secrets
 * @param hidesSecrets whether it holds a secret that could not be removed
 */
record HttpBody(String name, JsonNode value, boolean hidesSecrets) {

    static HttpBody of(byte[] bytes, Redactor redactor) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            String seen = new String(bytes, StandardCharsets.ISO_8859_1);
            JsonNode base64 = TextLines.of(Base64.getEncoder().encodeToString(bytes));
            return new HttpBody("base64", base64, !redactor.redact(seen).equals(seen));
        }
        String safe = redactor.redact(text);
        try {
            JsonNode json = CassetteJson.tree(safe);
            JsonNode mapped = JsonTexts.mapped(json, redactor::redact);
            if (json.isContainerNode() && CassetteJson.plain(json).equals(safe)) {
                return new HttpBody("json", mapped, false);
            }
        } catch (IOException | RuntimeException e) {
            // no JSON, or more of it than is read: text then
        }
        return new HttpBody("text", TextLines.of(safe), false);
    }

    void writeTo(ObjectNode json) {
        json.set(name, value);
    }

    /** The bytes again. */
    static byte[] bytes(ObjectNode json) {
        JsonNode structured = json.get("json");
        if (structured != null) {
            return CassetteJson.plain(structured).getBytes(StandardCharsets.UTF_8);
        }
        JsonNode base64 = json.get("base64");
        if (base64 != null) {
            return Base64.getDecoder().decode(base64.asText());
        }
        JsonNode text = json.get("text");
        if (text != null && !TextLines.isText(text)) {
            throw new IllegalArgumentException("'text' must be a text or an array of its lines");
        }
        return text == null ? new byte[0] : TextLines.text(text).getBytes(StandardCharsets.UTF_8);
    }
}
