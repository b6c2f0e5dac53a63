package dev.junitllm.golden;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Unpacks gzip up to a limit; what is wrong with the compressed bytes comes out as a fault. */
final class GunzipStream extends FilterInputStream {

    private static final int BUFFER = 16 * 1024;

    private GunzipStream(InputStream unpacked) {
        super(unpacked);
    }

    static InputStream open(InputStream packed, long limit) throws IOException {
        try {
            InputStream unpacked = new GunzipStream(new GZIPInputStream(packed, BUFFER));
            return new LimitedInputStream(unpacked, limit, FileFaults.unpacksTooFar(limit));
        } catch (EOFException | ZipException e) {
            packed.close();
            throw fault(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        try {
            return super.read(target, from, length);
        } catch (EOFException | ZipException e) {
            throw fault(e);
        }
    }

    private static FaultException fault(IOException e) {
        String reason = e instanceof EOFException ? "it ends too early" : String.valueOf(e.getMessage());
        return new FaultException(FileFaults.brokenGzip(reason));
    }
}
