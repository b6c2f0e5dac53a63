package dev.junitllm.golden;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads records of a file again, in any order. Since cases mostly run in the order of the file, each reading takes a block
 * that holds the next ones too: opening a file costs more than all else that is done for a small case. What was changed
 * in the meantime is not hidden by that, since a case is only used where its hash is what it was. Thread-safe.
 */
final class RecordReader {

    private static final int BLOCK = 64 * 1024;

    private final Path path;
    private volatile Block last = new Block(0, new byte[0]);

    RecordReader(Path path) {
        this.path = path;
    }

    byte[] bytes(CaseIndex.Place place) throws IOException {
        Block block = last;
        if (!block.holds(place)) {
            block = block(place);
            last = block;
        }
        return block.bytes(place);
    }

    /**
     * The file is opened for each block: a kept channel would be closed, for every case, by the first interrupted
     * thread, and a kept file could not be seen to be replaced.
     */
    private Block block(CaseIndex.Place place) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            long left = file.length() - place.offset();
            if (left < place.length()) {
                throw new FaultException(FileFaults.changed());
            }
            byte[] bytes = new byte[(int) Math.min(left, Math.max(BLOCK, place.length()))];
            file.seek(place.offset());
            file.readFully(bytes);
            return new Block(place.offset(), bytes);
        }
    }

    private static final class Block {

        private final long offset;
        private final byte[] bytes;

        Block(long offset, byte[] bytes) {
            this.offset = offset;
            this.bytes = bytes;
        }

        boolean holds(CaseIndex.Place place) {
            return place.offset() >= offset && place.offset() + place.length() <= offset + bytes.length;
        }

        byte[] bytes(CaseIndex.Place place) {
            int begin = (int) (place.offset() - offset);
            return Arrays.copyOfRange(bytes, begin, begin + place.length());
        }
    }
}
