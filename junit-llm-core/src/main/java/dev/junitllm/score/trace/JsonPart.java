package dev.junitllm.score.trace;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether JSON is a part of other JSON. */
final class JsonPart {

    private JsonPart() {}

    /**
     * Whether everything that a part says is said by the whole. Objects may have further fields, at any depth; numbers are
     * equal by value; all else must be equal.
     */
    static boolean isIn(JsonNode part, JsonNode whole) {
        if (part.isObject()) {
            return whole.isObject()
                    && part.properties().stream()
                            .allMatch(field ->
                                    whole.has(field.getKey()) && isIn(field.getValue(), whole.get(field.getKey())));
        }
        if (part.isArray() && whole.isArray() && part.size() == whole.size()) {
            for (int i = 0; i < part.size(); i++) {
                if (!isIn(part.get(i), whole.get(i))) {
                    return false;
                }
            }
            return true;
        }
        boolean numbers = part.isNumber() && whole.isNumber();
        return numbers ? part.decimalValue().compareTo(whole.decimalValue()) == 0 : part.equals(whole);
    }
}
