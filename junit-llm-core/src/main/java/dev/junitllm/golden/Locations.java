package dev.junitllm.golden;

import dev.junitllm.NearestName;
import dev.junitllm.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the files that locations name. A file that several locations name is read once, where it is named first. */
final class Locations {

    private static final String ON_CLASS_PATH = "classpath:";
    private static final String AS_FILE = "file:";

    private final ClassPath classPath;
    private final Path moduleFolder;

    Locations(ClassPath classPath, Path moduleFolder) {
        this.classPath = classPath;
        this.moduleFolder = moduleFolder.toAbsolutePath().normalize();
    }

    List<GoldenFile> resolve(List<String> locations, Problems problems) {
        Map<String, GoldenFile> files = new LinkedHashMap<>();
        for (String location : locations) {
            try {
                Sought sought = sought(location.strip());
                for (GoldenFile file : Wildcard.isIn(sought.name()) ? matching(sought) : List.of(single(sought))) {
                    files.putIfAbsent(file.identity(), file);
                }
            } catch (FaultException e) {
                problems.add(location, 0, null, e.fault());
            } catch (IOException e) {
                problems.add(location, 0, null, FileFaults.unreadable(String.valueOf(e.getMessage())));
            }
        }
        return List.copyOf(files.values());
    }

    /** What to look for, and where. */
    private record Sought(String name, boolean onClassPath, boolean asFile) {}

    private Sought sought(String location) {
        if (location.startsWith(ON_CLASS_PATH)) {
            String name = location.substring(ON_CLASS_PATH.length());
            return new Sought(name.startsWith("/") ? name.substring(1) : name, true, false);
        }
        if (location.startsWith(AS_FILE)) {
            String name = location.substring(AS_FILE.length());
            return new Sought(name.startsWith("//") ? name.substring(2) : name, false, true);
        }
        return new Sought(location, !isAbsolute(location), true);
    }

    private GoldenFile single(Sought sought) throws IOException {
        Path path = sought.asFile() ? path(sought.name()) : null;
        Optional<GoldenFile> found = sought.onClassPath() ? classPath.find(sought.name()) : Optional.empty();
        if (found.isEmpty() && path != null && Files.exists(path)) {
            found = Optional.of(GoldenFile.at(sought.name(), path));
        }
        GoldenFile file = found.orElseThrow(
                () -> new FaultException(FileFaults.notFound(places(sought, path), nearest(sought, path))));
        if (file.path() != null && Files.isDirectory(file.path())) {
            throw new FaultException(FileFaults.isFolder(file.path().toString()));
        }
        return file;
    }

    private List<GoldenFile> matching(Sought sought) throws IOException {
        String glob = sought.name();
        String fixed = PathGlob.fixedFolder(glob);
        Path folder = sought.asFile() ? path(fixed) : null;
        List<GoldenFile> files = new ArrayList<>();
        if (sought.onClassPath()) {
            add(files, classPath.matching(glob));
        }
        if (files.isEmpty() && folder != null) {
            add(files, FolderSearch.matching(folder, fixed, new PathGlob(glob)));
        }
        if (files.isEmpty()) {
            throw new FaultException(FileFaults.matchesNothing(places(sought, folder)));
        }
        return files;
    }

    private static void add(List<GoldenFile> files, NavigableMap<String, Path> found) {
        found.forEach((name, path) -> files.add(GoldenFile.at(name, path)));
    }

    private String places(Sought sought, @Nullable Path path) {
        List<String> places = new ArrayList<>();
        if (sought.onClassPath()) {
            places.add(classPath.describe());
        }
        if (path != null) {
            places.add((Wildcard.isIn(sought.name()) ? "in the folder " : "as the file ")
                    + Printable.line(path.toString()));
        }
        return places.isEmpty() ? "nowhere, since it is no file name" : String.join(" and ", places);
    }

    private Optional<String> nearest(Sought sought, @Nullable Path path) {
        int slash = sought.name().lastIndexOf('/') + 1;
        String folder = sought.name().substring(0, slash);
        Path parent = path == null ? null : path.getParent();
        Stream<String> onClassPath = sought.onClassPath() ? classPath.names(folder) : Stream.empty();
        Stream<String> files = parent == null ? Stream.empty() : FolderSearch.names(parent);
        return NearestName.of(
                        sought.name().substring(slash),
                        Stream.concat(onClassPath, files).toList())
                .map(name -> folder + name);
    }

    private static boolean isAbsolute(String name) {
        try {
            return Path.of(name).isAbsolute();
        } catch (InvalidPathException e) {
            return false; // on Windows, such as a pattern with a star
        }
    }

    private @Nullable Path path(String name) {
        try {
            return moduleFolder.resolve(name).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }
}
