package dev.junitllm.examples.handbook;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The staff handbook, split into passages by its headings. Immutable. */
public final class Handbook {

    private static final String FOLDER = "/handbook/";

    private final Map<String, Passage> passages;

    Handbook(List<Passage> passages) {
        Map<String, Passage> byId = new LinkedHashMap<>();
        for (Passage passage : passages) {
            if (byId.putIfAbsent(passage.id(), passage) != null) {
                throw new IllegalArgumentException("two passages of the handbook are called " + passage.id());
            }
        }
        this.passages = byId;
    }

    /**
     * Loads the pages that {@code /handbook/contents.txt} on the class path lists; a folder inside a jar can't be
     * listed.
     *
     * @return the whole handbook
     * @throws UncheckedIOException if the table of contents or a page it lists is missing or can't be read
     */
    public static Handbook load() {
        return new Handbook(read("contents.txt")
                .lines()
                .filter(name -> !name.isBlank())
                .flatMap(name -> MarkdownPage.passages(name.replace(".md", ""), read(name)).stream())
                .toList());
    }

    /** {@return all passages, in the order of the pages} */
    public List<Passage> passages() {
        return List.copyOf(passages.values());
    }

    /**
     * Looks up one passage.
     *
     * @param id such as {@code leave#annual-leave}
     * @return the passage, or empty if there is none of that id
     */
    public Optional<Passage> passage(String id) {
        return Optional.ofNullable(passages.get(id));
    }

    private static String read(String name) {
        try (var stream = Handbook.class.getResourceAsStream(FOLDER + name)) {
            if (stream == null) {
                throw new FileNotFoundException("no " + FOLDER + name + " on the class path");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
