package dev.junitllm.judge;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import dev.junitllm.judge.chat.FinishReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A way for a judge to reply badly about a wrong answer, in favour of it where that can be.
 *
 * @param what what it does, as the documentation lists it
 * @param leveled whether it was asked for a level from 1 to 5, rather than for a class
 * @param reply what it replies, every time
 * @param kind what the case ends with
 * @param message what its message says
 */
record Fault(String what, boolean leveled, Function<ChatRequest, ChatReply> reply, String kind, String message) {

    private static final String GOOD =
            "{\"nonce\": \"NONCE\", \"evidence\": \"Sydney\", \"reason\": \"fine\", \"verdict\": \"CORRECT\"}";
    private static final String BEST =
            "{\"nonce\": \"NONCE\", \"evidence\": \"Sydney\", \"reason\": \"fine\", \"score\": %s}";

    @Override
    public String toString() {
        return what;
    }

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        json(faults);
        forms(faults);
        numbers(faults);
        ends(faults);
        origins(faults);
        return faults;
    }

    private static void json(List<Fault> faults) {
        String json = "INVALID_JSON";
        faults.add(text("prose with a verdict in it", "The answer is CORRECT, 1.0.", json, "not one JSON object"));
        faults.add(text(
                "a refusal in prose that cites \"policy 1.2\"", "I can't help. See policy 1.2.", json, "policy 1.2"));
        faults.add(text("a bare word", "CORRECT", json, "'CORRECT'"));
        faults.add(text("the object with prose before it", "Here you are: " + GOOD, json, "Here you are"));
        faults.add(text("the object with prose behind it", GOOD + "\nI hope this helps.", json, "not one JSON object"));
        faults.add(text("two objects, one after the other", GOOD + GOOD, json, "more behind the first value"));
        faults.add(text("two objects, a line each", GOOD + "\n" + GOOD, json, "more behind the first value"));
        faults.add(text("two fenced blocks", fence(GOOD) + "\n" + fence(GOOD), json, "not one JSON object"));
        faults.add(text("prose around a fenced block", "Sure!\n" + fence(GOOD), json, "not one JSON object"));
        faults.add(text(
                "a fenced block and the object behind it", fence(GOOD) + "\n" + GOOD, json, "not one JSON object"));
        faults.add(text("a fence that is not closed", "```json\n" + GOOD, json, "not one JSON object"));
        faults.add(text(
                "the same key twice, the second in favour",
                GOOD.replace("\"verdict\"", "\"verdict\": \"INCORRECT\", \"verdict\""),
                json,
                "Duplicate field 'verdict'"));
        faults.add(
                text("the code twice", GOOD.replace("{", "{\"nonce\": \"NONCE\", "), json, "Duplicate field 'nonce'"));
        faults.add(text(
                "the same key twice, once in escapes",
                GOOD.replace("\"verdict\"", "\"verdict\": \"INCORRECT\", \"\\u0076erdict\""),
                json,
                "Duplicate field 'verdict'"));
        faults.add(text("single quotes", GOOD.replace('"', '\''), json, "not one JSON object"));
        faults.add(text("names without quotes", GOOD.replace("\"verdict\"", "verdict"), json, "not one JSON object"));
        faults.add(text("a trailing comma", GOOD.replace("}", ",}"), json, "not one JSON object"));
        faults.add(text("a comment", GOOD.replace("{", "{ // verdict\n"), json, "not one JSON object"));
        faults.add(text("JSON that ends too early", GOOD.substring(0, GOOD.length() - 8), json, "ends too early"));
        faults.add(
                text("a control character in a text", GOOD.replace("fine", "fi\u0001ne"), json, "not one JSON object"));
        faults.add(text("a line break in a text", GOOD.replace("fine", "fi\nne"), json, "not one JSON object"));
        faults.add(text("a byte order mark", "\ufeff" + GOOD, json, "not one JSON object"));
        faults.add(text("UTF-16 read as Latin-1", utf16(), json, "not one JSON object"));
        faults.add(text("UTF-16 with its mark, read as it is", "\ufffe" + GOOD, json, "not one JSON object"));
        faults.add(text("a NUL behind the object", GOOD + "\0", json, "not one JSON object"));
        faults.add(text("YAML", "nonce: NONCE\nverdict: CORRECT\n", json, "not one JSON object"));
        faults.add(text("XML", "<verdict>CORRECT</verdict>", json, "not one JSON object"));
        faults.add(
                text("600,000 characters", GOOD.replace("fine", "x".repeat(600_000)), json, "the most that are read"));
        faults.add(text("100,000 nested arrays", "[".repeat(100_000), json, "not one JSON object"));
    }

    private static void forms(List<Fault> faults) {
        String schema = "SCHEMA_VIOLATION";
        faults.add(text("an array around the object", "[" + GOOD + "]", schema, "no object"));
        faults.add(text("the object as a JSON text", TextNode.valueOf(GOOD).toString(), schema, "no object"));
        faults.add(text("null", "null", schema, "no object"));
        faults.add(text("true", "true", schema, "no object"));
        faults.add(text("a number", "1.0", schema, "no object"));
        faults.add(text("the verdict is missing", GOOD.replace(", \"verdict\": \"CORRECT\"", ""), schema, "'verdict'"));
        faults.add(text("the reason is missing", GOOD.replace("\"reason\": \"fine\", ", ""), schema, "'reason'"));
        faults.add(text("a field that nobody asked for", GOOD.replace("}", ", \"score\": 1}"), schema, "'score'"));
        faults.add(text("the verdict is null", GOOD.replace("\"CORRECT\"", "null"), schema, "/verdict"));
        faults.add(text("the verdict in lower case", GOOD.replace("CORRECT", "correct"), schema, "/verdict"));
        faults.add(text("the verdict is true", GOOD.replace("\"CORRECT\"", "true"), schema, "/verdict"));
        faults.add(text("the verdict in a list", GOOD.replace("\"CORRECT\"", "[\"CORRECT\"]"), schema, "/verdict"));
        faults.add(
                text("a verdict of its own invention", GOOD.replace("CORRECT", "MOSTLY_CORRECT"), schema, "/verdict"));
        faults.add(text("a verdict in quotes", GOOD.replace("\"CORRECT\"", "\"'CORRECT'\""), schema, "/verdict"));
    }

    private static void numbers(List<Fault> faults) {
        String schema = "SCHEMA_VIOLATION";
        faults.add(level("level 6 of 5", "6", "OUT_OF_RANGE", "/score"));
        faults.add(level("level 0", "0", "OUT_OF_RANGE", "/score"));
        faults.add(level("level -1", "-1", "OUT_OF_RANGE", "/score"));
        faults.add(level("level 100", "100", "OUT_OF_RANGE", "/score"));
        faults.add(level("level 1e9", "1e9", "OUT_OF_RANGE", "/score"));
        faults.add(level("level 1e400", "1e400", "OUT_OF_RANGE", "/score"));
        faults.add(level("level 1e999999999", "1e999999999", "OUT_OF_RANGE", "/score"));
        faults.add(level("level -1e999999999", "-1e999999999", "OUT_OF_RANGE", "/score"));
        faults.add(level("level 1e-999999999", "1e-999999999", schema, "/score"));
        faults.add(level("level 4.999999999999999999999", "4.999999999999999999999", schema, "/score"));
        faults.add(level("level 4.5", "4.5", schema, "/score"));
        faults.add(level("the level as a text", "\"5\"", schema, "/score"));
        faults.add(level("\"5/5\"", "\"5/5\"", schema, "/score"));
        faults.add(level("the level is null", "null", schema, "/score"));
        faults.add(level("the level in an object", "{\"value\": 5}", schema, "/score"));
        faults.add(level("NaN", "NaN", "INVALID_JSON", "not one JSON object"));
        faults.add(level("Infinity", "Infinity", "INVALID_JSON", "not one JSON object"));
        faults.add(level("+5", "+5", "INVALID_JSON", "not one JSON object"));
        faults.add(level("05", "05", "INVALID_JSON", "not one JSON object"));
        faults.add(level("a number of 2,000 digits", "5".repeat(2_000), "INVALID_JSON", "asks for too much"));
        faults.add(new Fault(
                "NaN in a value that the provider read", true, request -> structuredNan(request), schema, "/score"));
    }

    private static void ends(List<Fault> faults) {
        faults.add(reply("nothing", ChatReply.of(""), "EMPTY", "empty"));
        faults.add(reply("white space", ChatReply.of(" \n\t "), "EMPTY", "empty"));
        faults.add(reply(
                "a refusal that the provider marks",
                ChatReply.of("").withFinish(FinishReason.REFUSAL, "refusal").withRefusal("I can't judge this."),
                "REFUSAL",
                "I can't judge this."));
        faults.add(reply(
                "a refusal beside an ordinary end",
                ChatReply.of("").withRefusal("No."),
                "REFUSAL",
                "declined to answer: 'No.'"));
        faults.add(whole(
                "a complete object with a refusal",
                reply -> reply.withRefusal("On second thoughts, no."),
                "REFUSAL",
                "no."));
        faults.add(whole(
                "a filter of the provider's",
                reply -> reply.withFinish(FinishReason.CONTENT_FILTER, "content_filter"),
                "REFUSAL",
                "a filter of the provider"));
        faults.add(whole(
                "a complete object, cut off at the limit",
                reply -> reply.withFinish(FinishReason.LENGTH, "length"),
                "TRUNCATED",
                "raise the limit"));
        faults.add(reply(
                "half an object, cut off at the limit",
                ChatReply.of(GOOD.substring(0, 40)).withFinish(FinishReason.LENGTH, "length"),
                "TRUNCATED",
                "after 40 characters"));
        faults.add(whole(
                "an end for an unknown reason",
                reply -> reply.withFinish(FinishReason.OTHER, "RECITATION"),
                "TRUNCATED",
                "'RECITATION'"));
    }

    private static void origins(List<Fault> faults) {
        String injection = "INJECTION_SUSPECTED";
        faults.add(text("no code", GOOD.replace("\"nonce\": \"NONCE\", ", ""), injection, "lacks the code"));
        faults.add(text(
                "the code of another request", GOOD.replace("NONCE", "0".repeat(32)), injection, "something else"));
        faults.add(text("the code is null", GOOD.replace("\"NONCE\"", "null"), injection, "something else"));
        faults.add(text("another object altogether", "{\"score\": 1}", injection, "lacks the code"));
        faults.add(text(
                "a quote that is not in the answer",
                GOOD.replace("Sydney", "Canberra"),
                "EVIDENCE_NOT_FOUND",
                "the quote 'Canberra' does not stand in the answer"));
        faults.add(new Fault(
                "the code with a letter before it",
                false,
                request -> ChatReply.of(coded(GOOD.replace("NONCE", "xNONCE"), request)),
                injection,
                "something else"));
        faults.add(text("a verdict in favour without a quote", GOOD.replace("Sydney", ""), "EVIDENCE_NOT_FOUND", "''"));
    }

    private static Fault text(String what, String text, String kind, String message) {
        return new Fault(what, false, request -> ChatReply.of(coded(text, request)), kind, message);
    }

    private static Fault level(String what, String level, String kind, String message) {
        return new Fault(what, true, request -> ChatReply.of(coded(BEST.formatted(level), request)), kind, message);
    }

    private static Fault reply(String what, ChatReply reply, String kind, String message) {
        return new Fault(what, false, request -> reply, kind, message);
    }

    private static Fault whole(String what, Function<ChatReply, ChatReply> change, String kind, String message) {
        return new Fault(what, false, request -> change.apply(ChatReply.of(coded(GOOD, request))), kind, message);
    }

    private static ChatReply structuredNan(ChatRequest request) {
        ObjectNode value = JsonNodeFactory.instance.objectNode();
        value.put("nonce", request.label().nonce()).put("evidence", "").put("reason", "fine");
        value.set("score", DoubleNode.valueOf(Double.NaN));
        return ChatReply.of("").withStructured(value).withFinish(FinishReason.TOOL, "tool_use");
    }

    private static String coded(String text, ChatRequest request) {
        return text.replace("NONCE", request.label().nonce());
    }

    private static String fence(String text) {
        return "```json\n" + text + "\n```";
    }

    private static String utf16() {
        return new String(GOOD.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }
}
