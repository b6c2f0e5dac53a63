package dev.junitllm.golden;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails with a given fault as soon as more than so many bytes have been read. */
final class LimitedInputStream extends FilterInputStream {

    private final Fault tooLong;
    private long left;

    LimitedInputStream(InputStream source, long limit, Fault tooLong) {
        super(source);
        this.left = limit;
        this.tooLong = tooLong;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        count(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws FaultException {
        left -= bytes;
        if (left < 0) {
            throw new FaultException(tooLong);
        }
    }
}
