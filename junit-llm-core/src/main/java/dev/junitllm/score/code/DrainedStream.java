package dev.junitllm.score.code;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads a child's stream to its end, so that the child never waits for us, and keeps only the first and the last bytes of
 * it. Nothing but its size is believed of what comes.
 */
final class DrainedStream {

    private static final int CHUNK = 16 * 1024;

    private final InputStream stream;
    private final byte[] head;
    private final byte[] tail;
    private final Thread reader;
    private long total;

    private DrainedStream(InputStream stream, String name, int head, int tail) {
        this.stream = stream;
        this.head = new byte[head];
        this.tail = new byte[tail];
        this.reader = new Thread(this::drain, name);
        this.reader.setDaemon(true);
    }

    static DrainedStream start(InputStream stream, String name, int head, int tail) {
        DrainedStream drained = new DrainedStream(stream, name, head, tail);
        drained.reader.start();
        return drained;
    }

    /** How many bytes came so far. */
    synchronized long total() {
        return total;
    }

    /** Waits for the stream's end, which comes when the last process that holds it has ended. */
    boolean awaitEnd(long millis) throws InterruptedException {
        reader.join(Math.max(1, millis));
        return !reader.isAlive();
    }

    /** The first bytes and the last ones; what is no UTF-8 shows as replacement characters. */
    synchronized String text() {
        int first = (int) Math.min(total, head.length);
        int last = (int) Math.min(total - first, tail.length);
        byte[] kept = new byte[first + last];
        System.arraycopy(head, 0, kept, 0, first);
        for (int i = 0; i < last; i++) {
            kept[first + i] = tail[(int) ((total - last + i) % tail.length)];
        }
        return new String(kept, StandardCharsets.UTF_8);
    }

    private void drain() {
        byte[] chunk = new byte[CHUNK];
        int failures = 0;
        while (failures < 2) {
            try {
                int length = stream.read(chunk);
                if (length < 0) {
                    return;
                }
                keep(chunk, length);
            } catch (IOException e) {
                failures++; // the JDK puts another stream in place when the process ends: what is left is in there
            }
        }
    }

    private synchronized void keep(byte[] chunk, int length) {
        for (int i = 0; i < length; i++) {
            if (total < head.length) {
                head[(int) total] = chunk[i];
            } else if (tail.length > 0) {
                tail[(int) (total % tail.length)] = chunk[i];
            }
            total++;
        }
    }
}
