package dev.junitllm.judge.cassette;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A lock beside a file, held by one thread of one process at a time. It leaves nothing behind: who has it deletes it, and who
 * waited for a lock that is gone begins anew.
 */
final class ExclusiveFile {

    private static final long PAUSE_NANOS = 2_000_000;
    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Path lockFile;

    ExclusiveFile(Path file) {
        this.lockFile = file.resolveSibling(file.getFileName() + ".lock");
    }

    /** What is done while nobody else does. */
    interface Action {

        void run() throws IOException;
    }

    void holding(Action action) throws IOException {
        long began = System.nanoTime();
        while (!tried(action)) {
            if (System.nanoTime() - began > LONGEST_NANOS) {
                throw new IOException("another process has held " + lockFile + " for a minute; is it stuck?");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("interrupted while waiting for " + lockFile);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean tried(Action action) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = attempt(channel)) {
            if (lock == null || !isStillThere(channel)) {
                return false;
            }
            try {
                action.run();
            } finally {
                delete();
            }
            return true;
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock attempt(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this process
        }
    }

    /**
     * Whether what was locked is the file of that name, and not one that was deleted meanwhile: it is given a size of its own.
     * To read it instead would open and close it once more, which on POSIX systems ends all locks this process has on it.
     */
    private boolean isStillThere(FileChannel channel) throws IOException {
        int size = ThreadLocalRandom.current().nextInt(1, 1 << 20);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), size - 1L);
        try {
            return Files.size(lockFile) == size;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void delete() {
        try {
            Files.deleteIfExists(lockFile);
        } catch (IOException e) {
            // some systems delete no open file: then it stays, unlocked, and the next one takes it
        }
    }
}
