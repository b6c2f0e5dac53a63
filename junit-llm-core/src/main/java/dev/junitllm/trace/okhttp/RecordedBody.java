package dev.junitllm.trace.okhttp;

import dev.junitllm.trace.wire.WireSpan;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;

/** A body that is read as it comes, while a span is told what came. */
final class RecordedBody extends ResponseBody {

    private final ResponseBody body;
    private final BufferedSource source;

    RecordedBody(ResponseBody body, WireSpan span) {
        this.body = body;
        this.source = Okio.buffer(new Recorded(body.source(), span));
    }

    @Override
    public @Nullable MediaType contentType() {
        return body.contentType();
    }

    @Override
    public long contentLength() {
        return body.contentLength();
    }

    @Override
    public BufferedSource source() {
        return source;
    }

    private static final class Recorded extends ForwardingSource {

        private final WireSpan span;

        Recorded(Source source, WireSpan span) {
            super(source);
            this.span = span;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long read;
            try {
                read = super.read(sink, byteCount);
            } catch (IOException | RuntimeException | Error e) {
                span.failed(e);
                throw e;
            }
            if (read < 0) {
                span.end();
            } else if (read > 0) {
                Buffer copy = new Buffer();
                sink.copyTo(copy, sink.size() - read, read);
                span.bytes(copy.readByteArray());
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            span.end();
            super.close();
        }
    }
}
