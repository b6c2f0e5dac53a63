package dev.junitllm.score.code;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/**
 * Deletes a folder that hostile code may have filled. Symbolic links are deleted, never followed, even where one takes the
 * place of a folder while this runs. Folders are emptied into the top one before they are deleted, so that nesting of any
 * depth takes neither stack nor open files.
 */
final class FolderDeletion {

    private FolderDeletion() {}

    /** Deletes as much as can be. What can't be deleted stays: nobody's score depends on it. */
    static void delete(Path folder) {
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                empty(folder);
            }
            Files.deleteIfExists(folder);
        } catch (IOException | SecurityException e) {
            // stays behind in the system's folder for temporary files
        }
    }

    private static void empty(Path folder) throws IOException {
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            if (stream instanceof SecureDirectoryStream<Path> secure) {
                new Emptying(folder, secure).run();
                return;
            }
        }
        deleteByPath(folder);
    }

    /** Where the system has no handles of folders, as Windows; nothing runs there. */
    private static void deleteByPath(Path folder) throws IOException {
        Deque<Path> folders = new ArrayDeque<>(List.of(folder));
        List<Path> found = new ArrayList<>();
        while (!folders.isEmpty()) {
            Path next = folders.pop();
            found.add(next);
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(next)) {
                for (Path entry : entries) {
                    if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                        folders.push(entry);
                    } else {
                        Files.delete(entry);
                    }
                }
            }
        }
        for (int i = found.size() - 1; i > 0; i--) {
            Files.deleteIfExists(found.get(i));
        }
    }

    /** One emptying of one folder, by handles. */
    private static final class Emptying {

        private final Path path;
        private final SecureDirectoryStream<Path> top;
        private final Deque<Path> folders = new ArrayDeque<>();
        private final String prefix = ".raised-" + UUID.randomUUID() + "-";
        private long raised;

        Emptying(Path path, SecureDirectoryStream<Path> top) {
            this.path = path;
            this.top = top;
        }

        void run() {
            for (Path entry : top) {
                attempt(() -> deleteOrRaise(top, entry.getFileName(), entry.getFileName()));
            }
            while (!folders.isEmpty()) {
                Path name = folders.remove();
                attempt(() -> raiseContent(name));
                attempt(() -> top.deleteDirectory(name));
            }
        }

        /** Deletes the files of a folder, and moves its folders up to the top. */
        private void raiseContent(Path name) throws IOException {
            allow(name);
            try (SecureDirectoryStream<Path> folder = top.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
                for (Path entry : folder) {
                    Path child = entry.getFileName();
                    attempt(() -> deleteOrRaise(folder, child, name.resolve(child)));
                }
            }
        }

        private void deleteOrRaise(SecureDirectoryStream<Path> parent, Path name, Path fromTop) throws IOException {
            if (!isFolder(parent, name)) {
                parent.deleteFile(name);
            } else if (parent == top) {
                folders.add(name);
            } else {
                allow(fromTop); // to be moved, a folder must be writable itself
                Path place = Path.of(prefix + raised++);
                parent.move(name, top, place);
                folders.add(place);
            }
        }

        /** Code can take its own folders' permissions away. */
        private void allow(Path fromTop) {
            Path folder = path.resolve(fromTop);
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                attempt(() -> Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------")));
            }
        }

        private static boolean isFolder(SecureDirectoryStream<Path> in, Path name) throws IOException {
            return in.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .readAttributes()
                    .isDirectory();
        }

        /** One entry that can't be deleted keeps no other from being deleted. */
        private static void attempt(Step step) {
            try {
                step.run();
            } catch (IOException | DirectoryIteratorException | UnsupportedOperationException e) {
                // it stays behind, and so do the folders it lies in
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}
