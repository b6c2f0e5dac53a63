package dev.junitllm.golden;

import dev.junitllm.Printable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The class path as a test class sees it. */
final class ClassPath {

    private final Class<?> anchor;
    private final ClassLoader loader;

    ClassPath(Class<?> anchor) {
        this.anchor = anchor;
        ClassLoader own = anchor.getClassLoader();
        this.loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    }

    ClassLoader loader() {
        return loader;
    }

    String describe() {
        return "on the class path of " + Printable.line(anchor.getName());
    }

    Optional<GoldenFile> find(String name) {
        URL resource = loader.getResource(name);
        if (resource == null) {
            return Optional.empty();
        }
        Path path = path(resource);
        return Optional.of(path == null ? GoldenFile.inJar(name, resource) : GoldenFile.at(name, path));
    }

    /** What matches in the folders of the class path, by name; of two with one name the first counts, as ever. */
    NavigableMap<String, Path> matching(String glob) throws IOException {
        String fixed = PathGlob.fixedFolder(glob);
        NavigableMap<String, Path> found = new TreeMap<>();
        for (Path folder : folders(fixed)) {
            FolderSearch.matching(folder, fixed, new PathGlob(glob)).forEach(found::putIfAbsent);
        }
        return found;
    }

    /** The names of the files that lie in the folders of that name. */
    Stream<String> names(String folder) {
        try {
            return folders(folder).stream().flatMap(FolderSearch::names);
        } catch (IOException e) {
            return Stream.empty(); // only a suggestion is lost
        }
    }

    private List<Path> folders(String name) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (URL resource : Collections.list(loader.getResources(name))) {
            Path path = path(resource);
            if (path != null) {
                folders.add(path);
            }
        }
        return folders;
    }

    private static @Nullable Path path(URL resource) {
        if (!resource.getProtocol().equals("file")) {
            return null;
        }
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return null; // not a file after all: it can still be read as a stream
        }
    }
}
