package dev.junitllm.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The JSON form of what is kept: one line per sample, one line per verdict, versioned by {@code schema}. */
final class ResultJson {

    static final int SCHEMA = 1;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ResultJson() {}

    static ObjectNode of(CaseResult result) {
        ObjectNode line = head(result.test());
        line.put("case", result.caseId());
        line.put("sample", result.sample());
        line.put("outcome", result.outcome().name());
        ArrayNode scores = line.putArray("scores");
        result.scores().forEach(score -> scores.add(of(score)));
        if (result.assertion() != null) {
            line.put("assertion", result.assertion());
        }
        if (result.error() != null) {
            line.set("error", of(result.error()));
        }
        line.putObject("durations").put("body", millis(result.body())).put("scoring", millis(result.scoring()));
        CaseResult.Exchange exchange = result.exchange();
        ObjectNode usage = line.putObject("usage");
        putUnlessUnknown(usage, "inputTokens", exchange.usage().inputTokens());
        putUnlessUnknown(usage, "outputTokens", exchange.usage().outputTokens());
        ObjectNode attributes = JSON.objectNode();
        exchange.attributes().forEach(attributes::put);
        if (!attributes.isEmpty()) {
            line.set("attributes", attributes);
        }
        line.put("contentHash", exchange.contentHash());
        line.put("inputHash", sha256(exchange.input()));
        line.put("output", exchange.output());
        return line;
    }

    static ObjectNode of(TestId test, Verdict verdict) {
        ObjectNode line = head(test);
        ObjectNode gate = line.putObject("gate").put("name", verdict.gate().name());
        verdict.gate().attributes().forEach((name, value) -> gate.set(name, JSON.pojoNode(value)));
        line.put("status", verdict.status().name());
        line.put("reason", verdict.reason());
        Estimate estimate = verdict.estimate();
        if (estimate != null) {
            ObjectNode json = line.putObject("estimate").put("value", estimate.value());
            if (estimate.lower() != null && estimate.upper() != null) {
                json.put("lower", estimate.lower())
                        .put("upper", estimate.upper())
                        .put("method", estimate.method());
            }
        }
        Tally tally = verdict.tally();
        line.putObject("tally")
                .put("passed", tally.passed())
                .put("failed", tally.failed())
                .put("errors", tally.errors())
                .put("notApplicable", tally.notApplicable());
        ArrayNode deciding = line.putArray("deciding");
        verdict.deciding()
                .forEach(sample -> deciding.addObject()
                        .put("case", sample.caseId())
                        .put("sample", sample.sample())
                        .put("outcome", sample.outcome().name()));
        return line;
    }

    private static ObjectNode head(TestId test) {
        return JSON.objectNode()
                .put("schema", SCHEMA)
                .put("class", test.className())
                .put("method", test.method());
    }

    private static ObjectNode of(CaseScore score) {
        ObjectNode json = JSON.objectNode()
                .put("name", score.name())
                .put("value", score.value())
                .put("bar", score.bar().atLeast())
                .put("outcome", score.outcome().name())
                .put("reason", score.reason());
        json.set("error", score.error() == null ? JSON.nullNode() : of(score.error()));
        return json;
    }

    private static ObjectNode of(CaseError error) {
        return JSON.objectNode().put("kind", error.kind()).put("message", error.message());
    }

    private static double millis(java.time.Duration duration) {
        return Math.round(duration.toNanos() / 1e3) / 1e3;
    }

    private static void putUnlessUnknown(ObjectNode node, String name, @Nullable Long count) {
        if (count != null) {
            node.put(name, count);
        }
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
