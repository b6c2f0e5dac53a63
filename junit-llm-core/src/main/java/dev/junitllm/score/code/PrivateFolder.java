package dev.junitllm.score.code;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * A new folder that nobody else on the machine can enter, deleted at its end. In it: the program's files, which the sandbox
 * shows to another user, an empty folder to work in where there is no sandbox, and one to build the sandbox in.
 */
final class PrivateFolder implements Closeable {

    private static final FileAttribute<Set<PosixFilePermission>> PRIVATE = permissions("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> READABLE_FOLDER = permissions("rwxr-xr-x");

    private final Path folder;
    private final Thread onShutdown;

    private PrivateFolder(Path folder) {
        this.folder = folder;
        this.onShutdown = new Thread(() -> FolderDeletion.delete(folder), "junit-llm-code-cleanup");
    }

    static PrivateFolder create() throws IOException {
        PrivateFolder made = new PrivateFolder(Files.createTempDirectory(prefix(), PRIVATE));
        Runtime.getRuntime().addShutdownHook(made.onShutdown);
        Files.createDirectory(made.program());
        Files.setPosixFilePermissions(made.program(), READABLE_FOLDER.value()); // whatever the umask says
        Files.createDirectory(made.work(), PRIVATE);
        Files.createDirectory(made.root(), PRIVATE);
        return made;
    }

    /** Says whose it is, for whoever finds what a killed JVM left. */
    static String prefix() {
        return "junit-llm-code-" + ProcessHandle.current().pid() + "-";
    }

    Path program() {
        return folder.resolve("program");
    }

    Path work() {
        return folder.resolve("work");
    }

    Path root() {
        return folder.resolve("root");
    }

    void write(Map<String, byte[]> files) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = program().resolve(file.getKey()).normalize();
            if (!path.startsWith(program()) || path.equals(program())) {
                throw new IOException("a program's file lies outside of its folder: " + file.getKey());
            }
            for (Path parent = path.getParent(); parent != null && !Files.exists(parent); parent = parent.getParent()) {
                Files.createDirectories(parent);
            }
            Files.write(path, file.getValue());
        }
        try (var paths = Files.walk(program())) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setPosixFilePermissions(
                        path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    @Override
    public void close() {
        FolderDeletion.delete(folder);
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            // the JVM is going down: the hook finds nothing to do
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
