package dev.junitllm.trace.okhttp;

import dev.junitllm.trace.wire.WireCall;
import java.io.IOException;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;
import okio.Okio;
import okio.Sink;
import okio.Timeout;
import org.jspecify.annotations.Nullable;

/** What a request sends, as far as that can be known without sending it. */
final class RequestCopy {

    private RequestCopy() {}

    /** The body; nothing where it can be made only once, is too long or can't be made. */
    static byte[] of(@Nullable RequestBody body) {
        try {
            if (body == null || body.isOneShot() || body.isDuplex() || body.contentLength() > WireCall.LONGEST_BODY) {
                return new byte[0];
            }
            Buffer bytes = new Buffer();
            try (BufferedSink sink = Okio.buffer(new Limited(bytes))) {
                body.writeTo(sink);
            }
            return bytes.readByteArray();
        } catch (IOException | RuntimeException e) {
            return new byte[0]; // the call will say it better
        }
    }

    /** Stops a body that doesn't end. */
    private record Limited(Buffer bytes) implements Sink {

        @Override
        public void write(Buffer source, long byteCount) throws IOException {
            if (bytes.size() + byteCount > WireCall.LONGEST_BODY) {
                throw new IOException("longer than is read");
            }
            bytes.write(source, byteCount);
        }

        @Override
        public void flush() {}

        @Override
        public Timeout timeout() {
            return Timeout.NONE;
        }

        @Override
        public void close() {}
    }
}
