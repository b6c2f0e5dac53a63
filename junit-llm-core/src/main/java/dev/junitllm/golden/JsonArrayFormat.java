package dev.junitllm.golden;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** One JSON array of objects, read element by element. */
final class JsonArrayFormat implements GoldenSetFormat {

    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean handles(String fileName) {
        return fileName.endsWith(".json");
    }

    @Override
    public void read(GoldenInput input, RecordSink sink) throws IOException {
        try (JsonParser parser = new JsonReading(input.limits()).parser(input.text())) {
            read(parser, input.limits(), sink);
        } catch (JsonProcessingException e) {
            sink.reject(JsonFaults.syntax("JSON", e), lineOf(e));
        }
    }

    static int lineOf(JsonProcessingException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr());
    }

    private static void read(JsonParser parser, ReadingLimits limits, RecordSink sink) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return; // an empty file: said by whoever counts the cases
        }
        if (token != JsonToken.START_ARRAY) {
            throw new FaultException(JsonFaults.notAnArray(token), 1);
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int line = parser.currentTokenLocation().getLineNr();
            sink.accept(TreeReader.read(parser, limits.maxLineBytes()), line);
        }
        if (parser.nextToken() != null) {
            throw new FaultException(
                    JsonFaults.trailing(), parser.currentTokenLocation().getLineNr());
        }
    }
}
