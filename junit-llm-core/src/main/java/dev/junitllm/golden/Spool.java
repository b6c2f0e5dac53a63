package dev.junitllm.golden;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A temporary file of JSON Lines, readable by its owner alone, that holds the records of formats that can't be sought in.
 * Made at the first record.
 */
final class Spool implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    /** Made only where something is spooled. */
    private static final class Mapper {
        static final JsonMapper MAPPER = JsonMapper.builder()
                // Half a surrogate pair has no UTF-8, yet it may stand in a record.
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build();
    }

    private @Nullable Path path;
    private @Nullable OutputStream out;
    private long end;

    /** A record as it will stand in the file. */
    static byte[] line(JsonNode record) throws IOException {
        return Mapper.MAPPER.writeValueAsBytes(record);
    }

    /** Writes a line and returns where it begins. */
    long append(byte[] line) throws IOException {
        try {
            OutputStream target = out == null ? create() : out;
            target.write(line);
        } catch (IOException e) {
            throw new FaultException(FileFaults.copyNotWritten(String.valueOf(e.getMessage())));
        }
        long begin = end;
        end += line.length;
        return begin;
    }

    Path path() throws IOException {
        if (path == null) {
            try {
                create();
            } catch (IOException e) {
                throw new FaultException(FileFaults.copyNotWritten(String.valueOf(e.getMessage())));
            }
        }
        return Objects.requireNonNull(path);
    }

    /** Ends writing. */
    void finish() throws IOException {
        if (out != null) {
            out.close();
        }
    }

    /** Deletes the file. Doing it twice does nothing. */
    @Override
    public void close() {
        try {
            finish();
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            // It lies in the folder for temporary files, and a run must not fail after its last case for that.
        }
    }

    private OutputStream create() throws IOException {
        Path file = Files.createTempFile("junit-llm-golden-", ".jsonl");
        OutputStream target = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        path = file;
        out = target;
        return target;
    }
}
