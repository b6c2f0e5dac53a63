package dev.junitllm.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;

/**
 * OTLP/JSON to its protocol buffers, by what the protocol itself says of its fields: a field it doesn't know, or of another type, is
 * an error. Unlike protobuf's own JSON, ids are hexadecimal.
 */
final class ProtoJson {

    private ProtoJson() {}

    static TracesData decode(byte[] document) throws IOException {
        TracesData.Builder data = TracesData.newBuilder();
        fill(JsonMapper.builder().build().readTree(document), data);
        return data.build();
    }

    private static void fill(JsonNode json, Message.Builder message) {
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            FieldDescriptor field = message.getDescriptorForType().getFields().stream()
                    .filter(known -> known.getJsonName().equals(member.getKey()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("the protocol has no " + member.getKey() + " in "
                            + message.getDescriptorForType().getName()));
            if (field.isRepeated()) {
                member.getValue().forEach(element -> message.addRepeatedField(field, value(field, element, message)));
            } else {
                message.setField(field, value(field, member.getValue(), message));
            }
        }
    }

    private static Object value(FieldDescriptor field, JsonNode json, Message.Builder parent) {
        return switch (field.getJavaType()) {
            case MESSAGE -> {
                Message.Builder message = parent.newBuilderForField(field);
                fill(json, message);
                yield message.build();
            }
            case BYTE_STRING -> ByteString.copyFrom(HexFormat.of().parseHex(text(field, json)));
            case LONG ->
                Long.parseUnsignedLong(text(field, json).replace("-", ""))
                        * (text(field, json).startsWith("-") ? -1 : 1);
            case INT -> json.intValue();
            case DOUBLE -> json.isTextual() ? Double.valueOf(json.textValue()) : Double.valueOf(json.doubleValue());
            case BOOLEAN -> json.booleanValue();
            case ENUM -> field.getEnumType().findValueByNumber(json.intValue());
            default -> text(field, json);
        };
    }

    private static String text(FieldDescriptor field, JsonNode json) {
        if (!json.isTextual()) {
            throw new AssertionError(field.getFullName() + " has to be a text, unlike " + json);
        }
        return json.textValue();
    }
}
