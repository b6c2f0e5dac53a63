package dev.junitllm.judge.criteria;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.NearestName;
import dev.junitllm.Printable;
import dev.junitllm.judge.prompt.DataField;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a criterion of the user's from a file such as {@code rubrics/tone.yaml}. */
final class CriterionFile {

    private static final Set<String> KEYS =
            Set.of("name", "version", "question", "checklist", "levels", "fields", "nothing-to-judge");

    private static final int LEVELS = 5;

    private CriterionFile() {}

    static Criterion find(String name) {
        boolean isPlace = name.endsWith(".yaml") || name.endsWith(".yml");
        String place = isPlace ? name : "rubrics/" + name + ".yaml";
        String text = text(place)
                .orElseThrow(() -> new IllegalArgumentException(
                        isPlace
                                ? "'%s' is neither on the class path nor a file under the working folder"
                                        .formatted(Printable.line(name, 200))
                                : "there is no criterion '%s'%s; built in are %s, and a file '%s' was found neither on the class path nor under the working folder"
                                        .formatted(
                                                Printable.line(name, 80),
                                                NearestName.of(name, Criteria.ALL)
                                                        .map(near -> ", did you mean '" + near + "'?")
                                                        .orElse(""),
                                                String.join(", ", Criteria.ALL),
                                                Printable.line(place, 200))));
        try {
            return read(YamlFile.read(text, Printable.line(place, 200)), place);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new IllegalArgumentException(
                    message.startsWith(place) ? message : Printable.line(place, 200) + ": " + message, e);
        }
    }

    static DataField field(String label) {
        return Arrays.stream(DataField.values())
                .filter(field -> field.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no field '%s'; fields are %s"
                        .formatted(
                                Printable.line(label, 40),
                                Arrays.stream(DataField.values())
                                        .map(DataField::label)
                                        .toList())));
    }

    private static Criterion read(ObjectNode file, String place) {
        checkKeys(file);
        OwnCriterion own = kind(file);
        int begin = place.lastIndexOf('/') + 1;
        own.name(file.path("name").asText(place.substring(begin, place.lastIndexOf('.'))));
        JsonNode version = file.path("version");
        if (!version.isMissingNode() && !(version.isInt() && version.intValue() >= 1)) {
            throw new IllegalArgumentException("version: a whole number from 1, unlike " + version);
        }
        own.version(version.asInt(1));
        if (file.has("fields")) {
            own.fields(texts(file, "fields").stream().map(CriterionFile::field).toList());
        }
        own.nothingToJudge(file.path("nothing-to-judge").asText("zero"));
        return own.build();
    }

    private static OwnCriterion kind(ObjectNode file) {
        boolean question = file.hasNonNull("question");
        if (file.has("checklist")) {
            if (question || file.has("levels")) {
                throw new IllegalArgumentException(
                        "'checklist' stands alone: it needs neither 'question' nor 'levels'");
            }
            return OwnCriterion.checklist(texts(file, "checklist"));
        }
        if (!question || !file.get("question").isTextual()) {
            throw new IllegalArgumentException(
                    "'question' is missing: write what is asked about the answer, or a 'checklist' of questions");
        }
        String text = file.get("question").textValue();
        return file.has("levels") ? OwnCriterion.rubric(text, levels(file.get("levels"))) : OwnCriterion.question(text);
    }

    private static List<String> levels(JsonNode levels) {
        if (levels.isArray()) {
            throw new IllegalArgumentException(
                    "'levels' says what each level from 1 to 5 means: '1: …', '2: …' and so on");
        }
        Set<String> names = new TreeSet<>();
        levels.fieldNames().forEachRemaining(names::add);
        if (!names.equals(Set.of("1", "2", "3", "4", "5"))) {
            throw new IllegalArgumentException(
                    "'levels' describes %s, but must describe 1 to 5, each of them".formatted(names));
        }
        List<String> texts = new ArrayList<>();
        for (int level = 1; level <= LEVELS; level++) {
            texts.add(levels.get(Integer.toString(level)).asText());
        }
        return texts;
    }

    private static List<String> texts(ObjectNode file, String key) {
        JsonNode list = file.get(key);
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(element.asText()));
        if (!list.isArray() || texts.isEmpty()) {
            throw new IllegalArgumentException("'%s' must be a list, and not empty".formatted(key));
        }
        return texts;
    }

    private static void checkKeys(ObjectNode file) {
        file.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException("there is no setting '%s'%s; there are %s"
                        .formatted(
                                Printable.line(key, 40),
                                NearestName.of(key, KEYS)
                                        .map(near -> ", did you mean '" + near + "'?")
                                        .orElse(""),
                                new TreeSet<>(KEYS)));
            }
        });
    }

    private static Optional<String> text(String place) {
        ClassLoader loader = Optional.ofNullable(Thread.currentThread().getContextClassLoader())
                .orElseGet(CriterionFile.class::getClassLoader);
        try (InputStream resource = loader.getResourceAsStream(place)) {
            if (resource != null) {
                return Optional.of(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
            }
            Path file = Path.of(place).toAbsolutePath();
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            throw new IllegalArgumentException(
                    "'%s' can't be read: %s".formatted(Printable.line(place, 200), e.getMessage()), e);
        }
    }

    static String slug(String question) {
        String words = question.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-+|-+$", "");
        if (words.length() > 40) {
            int end = words.lastIndexOf('-', 40);
            words = words.substring(0, end < 10 ? 40 : end);
        }
        return words.isEmpty() ? "question" : words;
    }
}
