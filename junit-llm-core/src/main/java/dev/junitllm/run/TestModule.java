package dev.junitllm.run;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The build module a test class belongs to: its folder, and the build folder in it that may be written to.
 *
 * @param folder the module's folder, absolute
 * @param buildFolder Maven's {@code target}, Gradle's {@code build}, or whatever the classes lie in, absolute
 */
public record TestModule(Path folder, Path buildFolder) {

    private static final Map<String, String> BUILD_FILES = Map.of(
            "pom.xml", "target",
            "build.gradle", "build",
            "build.gradle.kts", "build");

    /**
     * Finds the module of a test class: the system property {@code basedir} where the class lies below it, else the
     * nearest folder above the class with a Maven or Gradle build file, else the working folder.
     *
     * @param testClass the test class
     * @return its module
     */
    public static TestModule of(Class<?> testClass) {
        return of(classesFolder(testClass), System.getProperty("basedir"), Path.of(""));
    }

    static TestModule of(
            Optional<Path> classes, @org.jspecify.annotations.Nullable String basedir, Path workingFolder) {
        Path folder = classes.flatMap(place -> folderOf(place, basedir))
                .orElseGet(() -> (basedir == null ? workingFolder : Path.of(basedir)))
                .toAbsolutePath()
                .normalize();
        Path buildFolder = classes.map(place -> place.toAbsolutePath().normalize())
                .filter(place -> place.startsWith(folder) && !place.equals(folder))
                .map(place -> folder.resolve(folder.relativize(place).getName(0)))
                .orElseGet(() -> folder.resolve(usualBuildFolder(folder)));
        return new TestModule(folder, buildFolder);
    }

    private static Optional<Path> folderOf(Path classes, @org.jspecify.annotations.Nullable String basedir) {
        Path place = classes.toAbsolutePath().normalize();
        if (basedir != null
                && place.startsWith(Path.of(basedir).toAbsolutePath().normalize())) {
            return Optional.of(Path.of(basedir));
        }
        for (Path above = place.getParent(); above != null; above = above.getParent()) {
            if (hasBuildFile(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    private static boolean hasBuildFile(Path folder) {
        return BUILD_FILES.keySet().stream().anyMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }

    private static String usualBuildFolder(Path folder) {
        return List.of("pom.xml", "build.gradle", "build.gradle.kts").stream()
                .filter(file -> Files.isRegularFile(folder.resolve(file)))
                .findFirst()
                .map(file -> BUILD_FILES.getOrDefault(file, "target"))
                .orElse("target");
    }

    private static Optional<Path> classesFolder(Class<?> testClass) {
        try {
            CodeSource source = testClass.getProtectionDomain().getCodeSource();
            if (source == null || source.getLocation() == null) {
                return Optional.empty();
            }
            URI location = source.getLocation().toURI();
            return "file".equals(location.getScheme()) ? Optional.of(Path.of(location)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
