package dev.junitllm.trace.recording;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Texts that are one value of a span. */
public final class TraceTexts {

    private TraceTexts() {}

    /**
     * One text as it is, several as an array of JSON.
     *
     * @param texts the texts
     * @return empty where there are none
     */
    public static String oneOrArray(List<String> texts) {
        if (texts.size() == 1) {
            return texts.get(0);
        }
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return texts.isEmpty() ? "" : array.toString();
    }
}
