package dev.junitllm.run;

import dev.junitllm.Sha256;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicInteger;

/** The traces of a run. Their files are named by a counter and a hash, never by what a case or a model says. Thread-safe. */
final class TraceFiles {

    private static final String FOLDER = "traces";
    private static final int HASH_LENGTH = 12;
    private static final int DIGITS = 6;

    private final File folder;
    private final AtomicInteger counter = new AtomicInteger();
    private volatile boolean hasFolder;

    TraceFiles(Path folder) {
        this.folder = folder.toFile();
    }

    /** The next name; the hash is the same in every run for the same invocation. */
    String next(TestId test, String name) {
        String hash = Sha256.begin()
                .add((test.className() + "\0" + test.method() + "\0" + name).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, HASH_LENGTH);
        return FOLDER + "/" + number() + "-" + hash + ".json";
    }

    private String number() {
        String number = Integer.toString(counter.incrementAndGet());
        return "0".repeat(Math.max(0, DIGITS - number.length())) + number;
    }

    /** In one step: a process that is killed leaves no half of a trace under its name. */
    void write(String name, byte[] document) {
        File file = new File(folder, name);
        File draft = new File(folder, name + ".tmp");
        try {
            if (!hasFolder) {
                Files.createDirectories(file.toPath().getParent());
                hasFolder = true;
            }
            try (FileOutputStream out = new FileOutputStream(draft)) {
                out.write(document);
            }
            if (!draft.renameTo(file)) { // the quick way, which doesn't say why it fails
                Files.move(
                        draft.toPath(),
                        file.toPath(),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a trace can't be written to " + file + ": " + e, e);
        }
    }
}
