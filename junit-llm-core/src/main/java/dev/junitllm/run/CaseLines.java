package dev.junitllm.run;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.junitllm.Sha256;
import dev.junitllm.score.CaseError;
import dev.junitllm.score.CaseScore;
import dev.junitllm.trace.CaptureField;
import dev.junitllm.trace.Handling;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes samples as the lines of {@code cases.jsonl}, each flushed in one write. Token by token rather than as a tree, and
 * with one generator: there may be many. For one thread at a time.
 */
final class CaseLines implements AutoCloseable {

    private static final long NANOS_PER_MICRO = 1000;
    private static final long MICROS_PER_MILLI = 1000;

    private final OutputStream file;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private JsonGenerator json;

    CaseLines(OutputStream file) throws IOException {
        this.file = file;
        this.json = JsonText.generator(line);
    }

    void append(CaseResult result) throws IOException {
        line.reset();
        boolean complete = false;
        try {
            write(result);
            json.writeRaw('\n');
            json.flush();
            complete = true;
        } finally {
            if (!complete) {
                json = JsonText.generator(line); // the old one stands in the middle of a line
            }
        }
        file.write(line.toByteArray());
        file.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void write(CaseResult result) throws IOException {
        CaseResult.Exchange exchange = result.exchange();
        json.writeStartObject();
        json.writeNumberField("schema", ResultJson.SCHEMA);
        json.writeStringField("class", result.test().className());
        json.writeStringField("method", result.test().method());
        json.writeStringField("case", result.caseId());
        json.writeNumberField("sample", result.sample());
        json.writeStringField("outcome", result.outcome().name());
        if (result.quarantine() != null) {
            json.writeStringField("quarantine", result.quarantine());
        }
        json.writeArrayFieldStart("scores");
        for (CaseScore score : result.scores()) {
            write(score);
        }
        json.writeEndArray();
        if (result.assertion() != null) {
            json.writeStringField("assertion", result.assertion());
        }
        if (result.error() != null) {
            json.writeFieldName("error");
            write(result.error());
        }
        json.writeObjectFieldStart("durations");
        writeMillis("body", result.body());
        writeMillis("scoring", result.scoring());
        json.writeEndObject();
        json.writeObjectFieldStart("usage");
        writeUnlessUnknown("inputTokens", exchange.usage().inputTokens());
        writeUnlessUnknown("outputTokens", exchange.usage().outputTokens());
        writeUnlessUnknown("cacheReadTokens", exchange.usage().cacheReadTokens());
        writeUnlessUnknown("cacheWriteTokens", exchange.usage().cacheWriteTokens());
        writeUnlessUnknown("reasoningTokens", exchange.usage().reasoningTokens());
        json.writeEndObject();
        writeAttributes(exchange.attributes());
        write(result.trace());
        json.writeStringField("contentHash", exchange.contentHash());
        json.writeStringField("inputHash", hash(exchange.input()));
        if (!exchange.handling().isEmpty()) {
            json.writeObjectFieldStart("handling");
            for (Map.Entry<CaptureField, Handling> one : exchange.handling().entrySet()) {
                json.writeFieldName(one.getKey().label());
                HandlingJson.write(one.getValue(), json);
            }
            json.writeEndObject();
        }
        json.writeStringField("output", exchange.output());
        json.writeEndObject();
    }

    private void write(CaseScore score) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", score.name());
        writeNullable("value", score.value());
        writeNullable("bar", score.bar().atLeast());
        json.writeStringField("outcome", score.outcome().name());
        json.writeStringField("reason", score.reason());
        json.writeFieldName("error");
        write(score.error());
        if (score.group() != null) {
            json.writeStringField("group", score.group());
        }
        if (!score.details().isEmpty()) {
            json.writeFieldName("details");
            JsonText.write(score.details(), json);
        }
        json.writeEndObject();
    }

    private void write(@Nullable CaseError error) throws IOException {
        if (error == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("kind", error.kind());
        json.writeStringField("message", error.message());
        json.writeEndObject();
    }

    private void write(TraceNote trace) throws IOException {
        if (trace.equals(TraceNote.NONE)) {
            return;
        }
        json.writeObjectFieldStart("trace");
        json.writeStringField("file", trace.file());
        writeUnlessEmpty("slowestStep", trace.slowestStep());
        writeUnlessEmpty("failedStep", trace.failedStep());
        json.writeEndObject();
    }

    private void writeUnlessEmpty(String name, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(name, text);
        }
    }

    private void writeAttributes(Map<String, String> attributes) throws IOException {
        if (attributes.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("attributes");
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            json.writeStringField(attribute.getKey(), attribute.getValue());
        }
        json.writeEndObject();
    }

    private void writeNullable(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeFieldName(name);
            // Most scores and bars are 1 or 0, and looking for the shortest form of a double takes a while.
            json.writeNumber(value == 1 ? "1.0" : value == 0 ? "0.0" : Double.toString(value));
        }
    }

    private void writeUnlessUnknown(String name, @Nullable Long count) throws IOException {
        if (count != null) {
            json.writeNumberField(name, count);
        }
    }

    /** Milliseconds with three places, by hand: looking for the shortest form of a double takes longer than most bodies. */
    private void writeMillis(String name, Duration duration) throws IOException {
        long micros = (duration.toNanos() + NANOS_PER_MICRO / 2) / NANOS_PER_MICRO;
        String places =
                Long.toString(MICROS_PER_MILLI + micros % MICROS_PER_MILLI).substring(1);
        json.writeFieldName(name);
        json.writeNumber(micros / MICROS_PER_MILLI + "." + places);
    }

    private static String hash(String text) {
        return Sha256.begin().add(text.getBytes(StandardCharsets.UTF_8)).hex();
    }
}
