package dev.junitllm.golden;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * Where the cases of one golden file are read from after the first pass.
 *
 * @param name what messages call the golden file
 * @param path the golden file itself, or the temporary copy of its records
 * @param isCopy whether it is a copy
 * @param parser makes cases of its records
 */
record CaseSource(String name, Path path, boolean isCopy, CaseParser parser) {

    String location(int line) {
        return line == 0 ? name : name + ":" + line;
    }

    /**
     * Reads some bytes. The file is opened for each read: a kept channel would be closed, for every case, by the first
     * interrupted thread, and a kept file could not be seen to be replaced.
     */
    byte[] bytes(CaseIndex.Place place) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (place.offset() + place.length() > file.length()) {
                throw new FaultException(FileFaults.changed());
            }
            byte[] bytes = new byte[place.length()];
            file.seek(place.offset());
            file.readFully(bytes);
            return bytes;
        }
    }
}
