package dev.junitllm.golden;

import java.io.IOException;
import java.io.Reader;

/**
 * Fails as soon as a row takes more than so many bytes of UTF-8. Whoever reads from it gets one line at a time at
 * most: a buffer that is filled ahead holds nothing of the next row.
 */
final class RowReader extends Reader {

    private final Reader source;
    private final int limit;
    private int line;
    private long size;
    private boolean ended;
    private boolean failed;

    RowReader(Reader source, int limit) {
        this.source = source;
        this.limit = limit;
    }

    /** Counts from here on, for the row that begins in the given line. */
    void beginRow(int rowLine) {
        line = rowLine;
        size = 0;
    }

    /** Whether the reader has been told that there is no more. */
    boolean hasEnded() {
        return ended;
    }

    /** Whether the last read failed: then it was not the row that was wrong. */
    boolean hasFailed() {
        return failed;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        failed = true;
        int read = readLine(target, from, length);
        failed = false;
        return read;
    }

    private int readLine(char[] target, int from, int length) throws IOException {
        int read = 0;
        boolean lineEnds = false;
        while (read < length && !lineEnds) {
            int next = source.read();
            if (next < 0) {
                ended = read == 0;
                return ended ? -1 : read;
            }
            target[from + read++] = (char) next;
            count((char) next);
            lineEnds = next == '\n' || next == '\r';
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void count(char next) throws FaultException {
        size += next < 0x80 ? 1 : next < 0x800 || Character.isSurrogate(next) ? 2 : 3;
        if (size > limit) {
            throw new FaultException(FileFaults.lineTooLong(limit), line);
        }
    }
}
