package dev.junitllm.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.trace.Handling;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** What was done to a text, in JSON: fields that say nothing are left out. */
final class HandlingJson {

    private HandlingJson() {}

    static ObjectNode of(Handling handling) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (!handling.removed().isEmpty()) {
            handling.removed().forEach(json.putObject("removed")::put);
        }
        if (handling.cut()) {
            json.put("cut", true);
        }
        if (handling.withheld()) {
            json.put("withheld", true);
        }
        if (handling.length() > 0) {
            json.put("length", handling.length());
        }
        if (!handling.sha256().isEmpty()) {
            json.put("sha256", handling.sha256());
        }
        return json;
    }

    static void write(Handling handling, JsonGenerator json) throws IOException {
        JsonText.write(of(handling), json);
    }

    /** Reads what stands at a parser's object. */
    static Handling read(JsonParser json) throws IOException {
        Map<String, Integer> removed = new TreeMap<>();
        boolean cut = false;
        boolean withheld = false;
        int length = 0;
        String sha256 = "";
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "removed" -> {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String rule = json.currentName();
                        json.nextToken();
                        removed.put(rule, json.getIntValue());
                    }
                }
                case "cut" -> cut = json.getBooleanValue();
                case "withheld" -> withheld = json.getBooleanValue();
                case "length" -> length = json.getIntValue();
                case "sha256" -> sha256 = json.getText();
                default -> json.skipChildren();
            }
        }
        return new Handling(removed, cut, withheld, length, sha256);
    }
}
