package dev.junitllm.golden;

import java.io.InputStream;
import java.io.Reader;

/** The content of one golden file, unpacked, for a {@link GoldenSetFormat}. Read either its bytes or its text, once. */
public final class GoldenInput {

    private final String fileName;
    private final InputStream bytes;
    private final ReadingLimits limits;

    GoldenInput(String fileName, InputStream bytes, ReadingLimits limits) {
        this.fileName = fileName;
        this.bytes = bytes;
        this.limits = limits;
    }

    /**
     * What the file is called, for formats whose file names say something of the cases.
     *
     * @return the name without folders and without {@code .gz}, such as {@code anatomy_test.csv}
     */
    public String fileName() {
        return fileName;
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
