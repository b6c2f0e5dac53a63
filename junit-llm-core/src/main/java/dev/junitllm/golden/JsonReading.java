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

/** Strict JSON within the reading limits. Thread-safe. */
final class JsonReading {

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
        ByteBuffer bytes = ByteBuffer.wrap(line, 0, length);
        CharBuffer chars = CharBuffer.allocate(length);
        CoderResult result = Encoding.strictUtf8().decode(bytes, chars, true);
        if (result.isError()) {
            throw new FaultException(FileFaults.notUtf8(offset + bytes.position()));
        }
        return value(chars.array(), chars.position());
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
