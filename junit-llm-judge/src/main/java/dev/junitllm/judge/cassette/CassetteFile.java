package dev.junitllm.judge.cassette;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Where the recordings of a test are kept: a file that is committed and reviewed. */
final class CassetteFile {

    private final Path path;
    private final String shown;
    private final CassetteText text;

    /**
     * The file of a test.
     *
     * @param path the file, which need not exist
     * @param shown its path below the module's folder, for messages
     * @param test the test it belongs to
     */
    CassetteFile(Path path, String shown, String test) {
        this.path = path;
        this.shown = shown;
        this.text = new CassetteText(shown, test);
    }

    String shown() {
        return shown;
    }

    /** The recordings by key; empty where there is no file. */
    Map<String, Recording> read() {
        try {
            return text.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString());
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (CharacterCodingException e) {
            throw new CassetteException(shown + ": the file is not in UTF-8, as which every cassette is written", e);
        } catch (IOException e) {
            throw new CassetteException(shown + ": the cassette can't be read: " + e, e);
        }
    }

    /**
     * Adds recordings to what the file holds by then, and takes others out, in one step: other processes may write it too.
     *
     * @return everything that the file holds now
     */
    Map<String, Recording> merge(Map<String, Recording> added, Set<String> removed) {
        Map<String, Recording> merged = new LinkedHashMap<>();
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            new ExclusiveFile(path).holding(() -> {
                merged.putAll(read());
                int before = merged.size();
                boolean changed = merged.keySet().removeAll(removed);
                for (Map.Entry<String, Recording> one : added.entrySet()) {
                    changed |= !one.getValue().equals(merged.put(one.getKey(), one.getValue()));
                }
                if (changed) {
                    write(merged, before);
                }
            });
            return merged;
        } catch (IOException e) {
            throw new CassetteException(shown + ": the cassette can't be written: " + e, e);
        }
    }

    private void write(Map<String, Recording> recordings, int before) throws IOException {
        if (recordings.isEmpty() && before > 0) {
            Files.deleteIfExists(path);
            return;
        }
        Path draft = Files.createTempFile(path.toAbsolutePath().getParent(), ".cassette", ".tmp");
        try {
            Files.writeString(draft, text.write(recordings.values()), StandardCharsets.US_ASCII);
            Files.move(draft, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
