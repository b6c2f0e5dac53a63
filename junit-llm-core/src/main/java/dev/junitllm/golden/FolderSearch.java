package dev.junitllm.golden;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks into folders. What can't be read in them is passed over. */
final class FolderSearch {

    private FolderSearch() {}

    /** The files below a folder whose name, with the prefix before it, matches; by name, in order. */
    static NavigableMap<String, Path> matching(Path folder, String prefix, PathGlob glob) throws IOException {
        NavigableMap<String, Path> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        Path start = folder.toRealPath();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = prefix + start.relativize(file).toString().replace(File.separatorChar, '/');
                if (glob.matches(name) && Files.isRegularFile(file)) {
                    found.put(name, file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }

    /** The names of the files that lie in a folder itself. */
    static Stream<String> names(Path folder) {
        String[] names = folder.toFile()
                .list((parent, name) -> Files.isRegularFile(parent.toPath().resolve(name)));
        return names == null ? Stream.empty() : Stream.of(names);
    }
}
