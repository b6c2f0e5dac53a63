package dev.junitllm.score.code;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Who runs this JVM, as the kernel sees it. */
final class SystemUser {

    /** Far above what systems give to people and services, below what they reserve. */
    private static final long STRANGERS_FROM = 1_500_000_000L;

    private static final int STRANGERS = 400_000_000;

    private SystemUser() {}

    /** Whether this is root, with all users of the machine to become. */
    static boolean isRoot() {
        try {
            String status = Files.readString(Path.of("/proc/self/status"));
            String users = Files.readString(Path.of("/proc/self/uid_map")).strip();
            return status.lines().anyMatch(line -> line.matches("Uid:\\s+0\\s+0\\s.*"))
                    && users.matches("0\\s+0\\s+4294967295");
        } catch (IOException e) {
            return false;
        }
    }

    /** A user that nobody is, and no other run at the same time. */
    static long stranger(SecureRandom random) {
        return STRANGERS_FROM + random.nextInt(STRANGERS);
    }
}
