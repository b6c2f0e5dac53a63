package dev.junitllm.golden;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Strict JSON within the reading limits. Thread-safe. */
final class JsonReading {

    private static final char REPLACEMENT = '\ufffd';

    private final JsonFactory factory;
    private final int limit;

    JsonReading(ReadingLimits limits) {
        this.limit = limits.maxLineBytes();
        this.factory = JsonFactory.builder()
                .streamReadConstraints(constraints(limits))
                // Field names come from files: interning them, or failing on many, would let a file harm the whole JVM.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
                .build();
    }

    /** Jackson's limits, which by default refuse a text over 20 MB, fitted to ours. */
    static StreamReadConstraints constraints(ReadingLimits limits) {
        return StreamReadConstraints.builder()
                .maxStringLength(limits.maxLineBytes())
                .maxNestingDepth(ReadingLimits.MAX_NESTING + 2) // ours comes first, with our words
                .build();
    }

    JsonParser parser(Reader text) throws IOException {
        return factory.createParser(text);
    }

    /** Reads the one value of a text. */
    JsonNode value(String text) throws FaultException {
        return value(text.toCharArray(), text.length());
    }

    /** Reads the one value of a line; its place in the file is for messages. */
    JsonNode value(byte[] line, int length, long offset) throws FaultException {
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            checkUtf8(ByteBuffer.wrap(line, 0, length), offset);
        }
        return value(text);
    }

    /** The replacement character may stand in the file, or for bytes that are no UTF-8. */
    private static void checkUtf8(ByteBuffer bytes, long offset) throws FaultException {
        CoderResult result = Encoding.strictUtf8().decode(bytes, CharBuffer.allocate(bytes.remaining()), true);
        if (result.isError()) {
            throw new FaultException(FileFaults.notUtf8(offset + bytes.position()));
        }
    }

    private JsonNode value(char[] text, int length) throws FaultException {
        try (JsonParser parser = factory.createParser(text, 0, length)) {
            parser.nextToken();
            JsonNode value = TreeReader.read(parser, limit);
            if (parser.nextToken() != null) {
                throw new FaultException(JsonFaults.severalValues());
            }
            return value;
        } catch (FaultException e) {
            throw new FaultException(e.fault());
        } catch (JsonProcessingException e) {
            throw new FaultException(JsonFaults.syntax("JSON", e));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }
}
