package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;

/** JSON Lines: one object a line; blank lines are skipped. */
final class JsonLinesFormat implements GoldenSetFormat {

    static final String NAME = "jsonl";

    /** Takes lines with the place they can be read from again. */
    interface Lines {
        void accept(JsonNode record, int line, long offset, int length) throws IOException;

        void reject(Fault fault, int line);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean handles(String fileName) {
        return fileName.endsWith(".jsonl") || fileName.endsWith(".ndjson");
    }

    @Override
    public void read(GoldenInput input, RecordSink sink) throws IOException {
        scan(input.bytes(), input.limits(), new Lines() {
            @Override
            public void accept(JsonNode record, int line, long offset, int length) throws IOException {
                sink.accept(record, line);
            }

            @Override
            public void reject(Fault fault, int line) {
                sink.reject(fault, line);
            }
        });
    }

    static void scan(InputStream bytes, ReadingLimits limits, Lines lines) throws IOException {
        JsonReading json = new JsonReading(limits);
        LineReader reader = new LineReader(bytes, limits.maxLineBytes());
        while (reader.next()) {
            if (reader.isTooLong()) {
                lines.reject(FileFaults.lineTooLong(limits.maxLineBytes()), reader.number());
            } else if (!reader.isBlank()) {
                one(json, reader, lines);
            }
        }
    }

    private static void one(JsonReading json, LineReader reader, Lines lines) throws IOException {
        JsonNode record;
        try {
            record = json.value(reader.bytes(), reader.length(), reader.offset());
        } catch (FaultException e) {
            lines.reject(e.fault(), reader.number());
            return;
        }
        lines.accept(record, reader.number(), reader.offset(), reader.length());
    }
}
