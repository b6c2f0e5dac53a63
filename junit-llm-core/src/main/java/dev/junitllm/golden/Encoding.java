package dev.junitllm.golden;

import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Recognises how a file's first bytes say it is encoded. Golden files are UTF-8, with or without a byte-order mark. */
final class Encoding {

    /** As many bytes as {@link #markLength} looks at. */
    static final int LOOKED_AT = 4;

    private Encoding() {}

    /** The length of the UTF-8 byte-order mark at the start, or 0; fails where the bytes name another encoding. */
    static int markLength(byte[] start, int length) throws FaultException {
        if (begins(start, length, 0xff, 0xfe, 0, 0) || begins(start, length, 0, 0, 0xfe, 0xff)) {
            throw new FaultException(FileFaults.otherEncoding("UTF-32"));
        }
        if (begins(start, length, 0xff, 0xfe) || begins(start, length, 0xfe, 0xff)) {
            throw new FaultException(FileFaults.otherEncoding("UTF-16"));
        }
        if (begins(start, length, 0x1f, 0x8b)) {
            throw new FaultException(FileFaults.gzipWithoutName());
        }
        return begins(start, length, 0xef, 0xbb, 0xbf) ? 3 : 0;
    }

    /** A decoder that says where bytes are wrong instead of replacing them. */
    static CharsetDecoder strictUtf8() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static boolean begins(byte[] start, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((start[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
