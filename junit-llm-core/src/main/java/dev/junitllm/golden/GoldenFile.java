package dev.junitllm.golden;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One file of a golden set.
 *
 * @param name what messages call it
 * @param path where it lies, or {@code null} for one inside a jar
 * @param resource where it lies inside a jar, or {@code null} for a plain file
 */
record GoldenFile(
        String name, @Nullable Path path, @Nullable URL resource) {

    private static final String PACKED = ".gz";

    static GoldenFile at(String name, Path path) {
        return new GoldenFile(name, path, null);
    }

    static GoldenFile inJar(String name, URL resource) {
        return new GoldenFile(name, null, resource);
    }

    /** What tells two names of one file from two files. */
    String identity() {
        return path == null
                ? String.valueOf(resource)
                : path.toAbsolutePath().normalize().toString();
    }

    boolean isPacked() {
        return name.toLowerCase(Locale.ROOT).endsWith(PACKED);
    }

    /** The name without folders and {@code .gz}. */
    String plainName() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(File.separatorChar)) + 1);
        return isPacked() ? last.substring(0, last.length() - PACKED.length()) : last;
    }

    /** The name by which formats recognise their files: the plain one in lower case. */
    String formatName() {
        return plainName().toLowerCase(Locale.ROOT);
    }

    /** Opens its unpacked content. */
    InputStream open(ReadingLimits limits) throws IOException {
        InputStream raw = raw();
        return isPacked() ? GunzipStream.open(raw, limits.maxUnpackedBytes()) : raw;
    }

    private InputStream raw() throws IOException {
        if (path != null) {
            return new FileInputStream(path.toFile());
        }
        if (resource == null) {
            throw new IOException("it has no place");
        }
        URLConnection connection = resource.openConnection();
        connection.setUseCaches(false); // a cached jar stays open, and the next reader finds it closed
        return new BufferedInputStream(connection.getInputStream());
    }
}
