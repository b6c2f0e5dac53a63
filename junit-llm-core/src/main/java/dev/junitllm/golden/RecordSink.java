package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** Takes what a {@link GoldenSetFormat} finds in a file, in the file's order. */
public interface RecordSink {

    /**
     * Takes the record of one case. What it must hold is checked here, not by the format.
     *
     * @param record the record, which should be a JSON object; given away
     * @param line the line it begins in, counted from 1, or 0 where the format has no lines
     * @throws IOException where it can't be kept; let it pass
     */
    void accept(JsonNode record, int line) throws IOException;

    /**
     * Takes note of something wrong. The format goes on with the next record where it can.
     *
     * @param fault what was found and what to do
     * @param line the line it was found in, counted from 1, or 0 for the whole file
     */
    void reject(Fault fault, int line);
}
