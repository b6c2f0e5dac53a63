package dev.junitllm.score.code;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** What a sandbox shows of the machine, read-only. */
final class ReadablePaths {

    /** The system's programs, and what its loader of libraries reads. None of them is a user's. */
    private static final List<Path> SYSTEM = List.of(
            Path.of("/usr"),
            Path.of("/etc/alternatives"),
            Path.of("/etc/ld.so.cache"),
            Path.of("/etc/ld.so.conf"),
            Path.of("/etc/ld.so.conf.d"));

    private ReadablePaths() {}

    /** The system's folders and some more, without those that lie in another or aren't there. */
    static List<Path> together(Collection<Path> more) {
        TreeSet<Path> sorted = new TreeSet<>(SYSTEM);
        sorted.addAll(more);
        List<Path> kept = new ArrayList<>();
        for (Path path : sorted) {
            if (kept.stream().noneMatch(path::startsWith) && Files.exists(path)) {
                kept.add(path);
            }
        }
        return kept;
    }

    /** Whether showing a folder would show what is the user's own: the home folder, or the one the tests run in. */
    static boolean isTooMuch(Path path) {
        Path real = path.toAbsolutePath().normalize();
        return real.getParent() == null || holds(real, "user.home") || holds(real, "user.dir");
    }

    private static boolean holds(Path folder, String property) {
        String place = System.getProperty(property);
        return place != null && place.startsWith("/") && Path.of(place).startsWith(folder);
    }
}
