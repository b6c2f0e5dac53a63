package dev.junitllm.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that a run is being written: a file that is locked as long as it is, and gone afterwards. The lock of a process that is
 * killed goes with it, also where its number says nothing, as in a container.
 */
final class RunMark implements AutoCloseable {

    private static final String NAME = ".running";

    private final Path file;
    private final FileChannel channel;

    private RunMark(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static RunMark set(Path run) throws IOException {
        Path file = run.resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
        } catch (IOException e) {
            // no locks on this file system: the file alone says it
        }
        return new RunMark(file, channel);
    }

    /** Whether another process is writing the run, or may be. Not to be asked of this process's own, whose lock it would end. */
    static boolean isHeld(Path run) {
        Path file = run.resolve(NAME);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException | OverlappingFileLockException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }
}
