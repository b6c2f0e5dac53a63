package dev.junitllm.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Reads UTF-8, without its byte-order mark, and fails with the offset of the first byte that isn't UTF-8. */
final class StrictUtf8Reader extends Reader {

    private static final int BUFFER = 16 * 1024;

    private final InputStream source;
    private final CharsetDecoder decoder = Encoding.strictUtf8();
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private long offset;
    private boolean started;
    private boolean ended;

    private StrictUtf8Reader(InputStream source) {
        this.source = source;
    }

    /** Always buffered, since this class itself is read in blocks only. */
    static Reader of(InputStream source) {
        return new BufferedReader(new StrictUtf8Reader(source));
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer chars = CharBuffer.wrap(target, from, length);
        while (chars.position() == 0) {
            if (!bytes.hasRemaining() && !ended) {
                fill();
            }
            int before = bytes.position();
            CoderResult result = decoder.decode(bytes, chars, ended);
            offset += bytes.position() - before;
            if (result.isError()) {
                throw new FaultException(FileFaults.notUtf8(offset));
            }
            if (chars.position() == 0) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
        return chars.position();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = source.read(bytes.array(), bytes.position(), bytes.remaining());
        if (read < 0) {
            ended = true;
        } else {
            bytes.position(bytes.position() + read);
        }
        bytes.flip();
        if (!started) {
            start();
        }
    }

    private void start() throws IOException {
        started = true;
        while (!ended && bytes.limit() < Encoding.LOOKED_AT) {
            fill();
        }
        int mark = Encoding.markLength(bytes.array(), bytes.limit());
        bytes.position(mark);
        offset = mark;
    }
}
