package dev.junitllm.golden;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads lines as bytes and knows where each begins. A line over the limit is skipped without ever being held. Lines end
 * in {@code LF} or {@code CR LF}; a byte-order mark belongs to no line.
 */
final class LineReader {

    private static final int BUFFER = 64 * 1024;

    private final InputStream source;
    private final int limit;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int filled;
    private boolean started;

    private byte[] line = new byte[1024];
    private int length;
    private long offset;
    private long nextOffset;
    private int number;
    private boolean tooLong;

    LineReader(InputStream source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /** Goes to the next line, or returns false at the end. */
    boolean next() throws IOException {
        if (!started) {
            start();
        }
        offset = nextOffset;
        length = 0;
        tooLong = false;
        if (position == filled && !fill()) {
            return false;
        }
        number++;
        boolean ended = false;
        while (!ended && (position < filled || fill())) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            ended = end < filled;
            keep(end);
            nextOffset += end - position + (ended ? 1 : 0);
            position = ended ? end + 1 : end;
        }
        dropCarriageReturn();
        return true;
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    long offset() {
        return offset;
    }

    int number() {
        return number;
    }

    boolean isTooLong() {
        return tooLong;
    }

    boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return !tooLong;
    }

    private void keep(int end) {
        int more = end - position;
        // One byte more than the limit is kept, since the last may be a carriage return.
        if (tooLong || (long) length + more > (long) limit + 1) {
            tooLong = true;
            length = 0;
            return;
        }
        if (length + more > line.length) {
            line = Arrays.copyOf(line, (int) Math.min((long) limit + 1, Math.max(length + more, 2L * line.length)));
        }
        System.arraycopy(buffer, position, line, length, more);
        length += more;
    }

    private void dropCarriageReturn() {
        if (length > 0 && line[length - 1] == '\r') {
            length--;
        }
        tooLong |= length > limit;
    }

    private void start() throws IOException {
        started = true;
        while (filled < Encoding.LOOKED_AT) {
            int read = source.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        position = Encoding.markLength(buffer, filled);
        nextOffset = position;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, source.read(buffer, 0, buffer.length));
        return filled > 0;
    }
}
