package dev.junitllm.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a path is shown: from the project's root, where that is shorter than the whole. */
public final class ShownPath {

    private static final List<String> BUILD_FILES =
            List.of("pom.xml", "build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts");

    private ShownPath() {}

    /**
     * Shows a file. Maven and Gradle run the tests of a module in the module's folder, but who started the build mostly
     * stands in the outermost folder with a build file, and follows a path from there.
     *
     * @param file an absolute path
     * @param workingFolder the working folder of this process
     * @return the path from the root, or the whole one for a file elsewhere
     */
    public static String of(Path file, Path workingFolder) {
        Path from = root(workingFolder.toAbsolutePath().normalize());
        if (!file.startsWith(from)) {
            return file.toString();
        }
        return from.relativize(file).toString();
    }

    private static Path root(Path workingFolder) {
        Path root = workingFolder;
        for (@Nullable Path above = workingFolder; above != null; above = above.getParent()) {
            if (hasBuildFile(above)) {
                root = above;
            }
        }
        return root;
    }

    private static boolean hasBuildFile(Path folder) {
        return BUILD_FILES.stream().anyMatch(name -> Files.isRegularFile(folder.resolve(name)));
    }
}
