package dev.junitllm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** Hashes what can decide a case's scores, independent of the order of keys and of how the file writes it. */
final class ContentHash {

    private final Sha256 sha256 = Sha256.begin();

    private ContentHash() {}

    static String of(GoldenCase golden) {
        ContentHash hash = new ContentHash();
        hash.add(golden.inputJson());
        if (golden.hasExpected()) {
            hash.add("expected");
            hash.add(golden.expectedJson());
        }
        golden.references().forEach(reference -> hash.add("reference", reference));
        golden.context().forEach(hash::add);
        golden.messages().forEach(message -> hash.add("message", message.role(), message.content()));
        if (golden.hasToolCalls() && golden.toolCalls().isEmpty()) {
            hash.add("no toolCall");
        }
        golden.toolCalls().forEach(call -> {
            hash.add("toolCall", call.name());
            hash.add(call.arguments());
        });
        hash.add(golden.metadata());
        return hash.sha256.hex();
    }

    private void add(Document document) {
        add("context", document.id(), document.text(), String.valueOf(document.relevance()));
        add(Integer.toString(document.metadata().size()));
        new TreeMap<>(document.metadata()).forEach((name, value) -> add(name, value));
    }

    private void add(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            add("{", Integer.toString(fields.size()));
            fields.forEach((name, value) -> {
                add(name);
                add(value);
            });
        } else if (node.isArray()) {
            add("[", Integer.toString(node.size()));
            node.forEach(this::add);
        } else {
            add(node.getNodeType().name(), node.asText());
        }
    }

    private void add(String... words) {
        for (String word : words) {
            sha256.add(bytes(word));
        }
    }

    /** The length, then UTF-16 units as they are: an encoder would make every broken surrogate the same question mark. */
    private static byte[] bytes(String word) {
        int length = word.length();
        byte[] bytes = new byte[Integer.BYTES + length * Character.BYTES];
        bytes[0] = (byte) (length >>> 24);
        bytes[1] = (byte) (length >>> 16);
        bytes[2] = (byte) (length >>> 8);
        bytes[3] = (byte) length;
        for (int i = 0, at = Integer.BYTES; i < length; i++) {
            char unit = word.charAt(i);
            bytes[at++] = (byte) (unit >>> 8);
            bytes[at++] = (byte) unit;
        }
        return bytes;
    }
}
