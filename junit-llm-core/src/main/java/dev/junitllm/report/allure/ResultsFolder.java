package dev.junitllm.report.allure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.qameta.allure.util.PropertiesUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The two files in Allure's results folder that belong to no single result. Another fork, another module or the user may
 * write them too: what is there stays, and is locked while ours is put beside it.
 */
final class ResultsFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    ResultsFolder(Path folder) {
        this.folder = folder;
    }

    /** Where Allure puts its results, found the way Allure finds it. */
    static Path configured() {
        return Path.of(
                PropertiesUtils.loadAllureProperties().getProperty("allure.results.directory", "allure-results"));
    }

    void mergeCategories() {
        Path file = folder.resolve("categories.json");
        rewrite(file, existing -> withCategories(file, existing));
    }

    void mergeEnvironment(Map<String, String> entries) {
        rewrite(folder.resolve("environment.properties"), existing -> EnvironmentLines.merge(existing, entries));
    }

    private static String withCategories(Path file, String existing) {
        ArrayNode categories = existing.isBlank() ? JSON.createArrayNode() : read(file, existing);
        for (Category category : Category.values()) {
            if (!names(categories, category.title())) {
                var entry = categories.addObject();
                entry.put("name", category.title());
                entry.put("description", category.description());
                entry.putArray("matchedStatuses").add("failed").add("broken");
                entry.put("messageRegex", category.messageRegex());
            }
        }
        return categories.toPrettyString() + "\n";
    }

    private static boolean names(ArrayNode categories, String name) {
        for (JsonNode category : categories) {
            if (name.equals(category.path("name").asText())) {
                return true;
            }
        }
        return false;
    }

    private static ArrayNode read(Path file, String json) {
        try {
            if (JSON.readTree(json) instanceof ArrayNode array) {
                return array;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(AllureWarnings.unreadable(file, "a JSON array of categories"), e);
        }
        throw new IllegalStateException(AllureWarnings.unreadable(file, "a JSON array of categories"));
    }

    /** A file lock holds off other processes, but within one it is an error to ask twice: hence one at a time. */
    private static synchronized void rewrite(Path file, UnaryOperator<String> change) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                channel.lock(); // until the channel closes
                String existing = read(channel);
                String changed = change.apply(existing);
                if (!changed.equals(existing)) {
                    replace(channel, changed);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be written: " + e, e);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            // until all is read
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static void replace(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        long size = bytes.remaining();
        channel.position(0);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.truncate(size);
    }
}
