package dev.junitllm.golden;

import java.io.InputStream;
import java.io.Reader;

/** The content of one golden file, unpacked, for a {@link GoldenSetFormat}. Read either its bytes or its text, once. */
public final class GoldenInput {

    private final InputStream bytes;
    private final ReadingLimits limits;

    GoldenInput(InputStream bytes, ReadingLimits limits) {
        this.bytes = bytes;
        this.limits = limits;
    }

    /**
     * The content as bytes.
     *
     * @return the stream; whoever called the format closes it
     */
    public InputStream bytes() {
        return bytes;
    }

    /**
     * The content as text. A byte that isn't UTF-8 ends reading with an exception that names its offset; let it pass. A
     * byte-order mark is left out.
     *
     * @return a reader; whoever called the format closes what lies below
     */
    public Reader text() {
        return StrictUtf8Reader.of(bytes);
    }

    /**
     * How much a case may take.
     *
     * @return the limits to keep
     */
    public ReadingLimits limits() {
        return limits;
    }
}
