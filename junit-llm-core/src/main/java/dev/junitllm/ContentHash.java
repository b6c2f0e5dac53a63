package dev.junitllm;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** Hashes what can decide a case's scores, independent of the order of keys and of how the file writes it. */
final class ContentHash {

    private static final int BYTES = 16;

    private final MessageDigest digest = sha256();

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
        golden.toolCalls().forEach(call -> {
            hash.add("toolCall", call.name());
            hash.add(call.arguments());
        });
        hash.add(golden.metadata());
        return HexFormat.of().formatHex(hash.digest.digest(), 0, BYTES);
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
            // UTF-16 units as they are: an encoder would make every broken surrogate the same question mark
            ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + word.length() * Character.BYTES);
            bytes.putInt(word.length()).asCharBuffer().put(word);
            digest.update(bytes.array());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
