package dev.junitllm.judge.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.GoldenCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a judge reads out of a case's metadata. */
public final class CaseMetadata {

    private CaseMetadata() {}

    /**
     * Texts of the metadata: the elements of an array, or the one text that stands there.
     *
     * @param golden the case
     * @param name the field of the metadata
     * @return the texts (compact JSON where one is anything else); empty where the field is missing, null, blank or an empty
     *     array
     */
    public static Optional<List<String>> texts(GoldenCase golden, String name) {
        JsonNode found = golden.metadata().path(name);
        List<String> texts = new ArrayList<>();
        if (found.isArray()) {
            found.forEach(element -> texts.add(text(element)));
        } else if (!found.isMissingNode() && !found.isNull()) {
            texts.add(text(found));
        }
        texts.removeIf(String::isBlank);
        return texts.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(texts));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
