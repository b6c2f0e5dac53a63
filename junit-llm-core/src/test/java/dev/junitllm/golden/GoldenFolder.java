package dev.junitllm.golden;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.Assertions;

/** A module folder with golden files in it. */
record GoldenFolder(Path path) {

    GoldenFolder with(String name, String content) {
        return with(name, content.getBytes(StandardCharsets.UTF_8));
    }

    GoldenFolder with(String name, byte[] content) {
        try {
            Files.createDirectories(path.resolve(name).getParent());
            Files.write(path.resolve(name), content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    GoldenCases open(String... locations) {
        return open(FieldMapping.NONE, locations);
    }

    GoldenCases open(FieldMapping mapping, String... locations) {
        return open(new GoldenSource(List.of(locations), "", mapping), Selection.ALL, ReadingLimits.DEFAULT, List.of());
    }

    GoldenCases open(Selection selection, String... locations) {
        return open(
                new GoldenSource(List.of(locations), "", FieldMapping.NONE),
                selection,
                ReadingLimits.DEFAULT,
                List.of());
    }

    GoldenCases open(ReadingLimits limits, String... locations) {
        return open(new GoldenSource(List.of(locations), "", FieldMapping.NONE), Selection.ALL, limits, List.of());
    }

    GoldenCases openAs(String format, String... locations) {
        return open(
                new GoldenSource(List.of(locations), format, FieldMapping.NONE),
                Selection.ALL,
                ReadingLimits.DEFAULT,
                List.of());
    }

    GoldenCases open(GoldenSource source, Selection selection, ReadingLimits limits, List<Need> needs) {
        return GoldenCases.open(source, Anchor.class, path, selection, limits, needs);
    }

    /** The lines of the message that refuses a file, without the first. */
    List<String> refusal(String name, String content) {
        return refusal(name, content.getBytes(StandardCharsets.UTF_8));
    }

    List<String> refusal(String name, byte[] content) {
        with(name, content);
        return refusal(() -> open(name));
    }

    List<String> refusal(String name, String content, FieldMapping mapping) {
        with(name, content);
        return refusal(() -> open(mapping, name));
    }

    List<String> refusalAs(String format, String name, String content) {
        with(name, content);
        return refusal(() -> openAs(format, name));
    }

    static List<String> refusal(java.util.function.Supplier<GoldenCases> opening) {
        GoldenSetException refusal = Assertions.catchThrowableOfType(
                GoldenSetException.class, () -> opening.get().close());
        Assertions.assertThat(refusal).as("a refusal").isNotNull();
        List<String> lines = refusal.getMessage().lines().toList();
        Assertions.assertThat(lines.get(0))
                .matches("the golden set has (a problem|\\d+ problems), so none of its cases was run:");
        return lines.subList(1, lines.size()).stream()
                .map(line -> line.substring(2))
                .toList();
    }

    static FieldMapping inputAndExpected(String input, String expected) {
        return new FieldMapping("", input, expected, "", "", "", "", "", "", "");
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static byte[] gzip(String plain) {
        return gzip(plain.getBytes(StandardCharsets.UTF_8));
    }
}
