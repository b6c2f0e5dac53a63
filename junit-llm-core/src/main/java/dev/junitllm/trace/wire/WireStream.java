package dev.junitllm.trace.wire;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The pieces of a reply that comes piece by piece, found in its bytes: events of {@code text/event-stream}, or lines of JSON.
 * Keeps no more than one piece. Not safe for use by several threads.
 */
final class WireStream {

    private static final byte[] DATA = {'d', 'a', 't', 'a', ':'};

    private final Consumer<byte[]> pieces;
    private final boolean isEvents;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final ByteArrayOutputStream event = new ByteArrayOutputStream();

    private WireStream(Consumer<byte[]> pieces, boolean isEvents) {
        this.pieces = pieces;
        this.isEvents = isEvents;
    }

    static WireStream ofEvents(Consumer<byte[]> pieces) {
        return new WireStream(pieces, true);
    }

    static WireStream ofLines(Consumer<byte[]> pieces) {
        return new WireStream(pieces, false);
    }

    void bytes(byte[] bytes) {
        for (byte each : bytes) {
            if (each == '\n') {
                line();
            } else if (each != '\r' && line.size() < WireCall.LONGEST_BODY) {
                line.write(each);
            }
        }
    }

    /** What is left: servers don't always end their last line. */
    void end() {
        line();
        dispatch();
    }

    private void line() {
        byte[] bytes = line.toByteArray();
        line.reset();
        if (bytes.length == 0) {
            dispatch();
        } else if (!isEvents) {
            event.writeBytes(bytes);
            dispatch();
        } else if (isData(bytes) && event.size() < WireCall.LONGEST_BODY) {
            event.write('\n');
            event.write(bytes, DATA.length, bytes.length - DATA.length);
        }
    }

    private void dispatch() {
        if (event.size() > 0) {
            pieces.accept(event.toByteArray());
            event.reset();
        }
    }

    private static boolean isData(byte[] line) {
        return line.length > DATA.length && Arrays.equals(line, 0, DATA.length, DATA, 0, DATA.length);
    }
}
