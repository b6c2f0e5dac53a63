package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.NearestName;
import dev.junitllm.Origin;
import dev.junitllm.Printable;
import java.util.Arrays;
import java.util.List;

/** The words for what can be wrong with one case. */
final class CaseFaults {

    private static final String AS_PUBLISHED = "take the file as the benchmark publishes it";

    private CaseFaults() {}

    static Fault notAnObject(JsonNode record) {
        return record.isArray()
                ? new Fault(
                        "the case is a list, not an object",
                        "write {\"id\": …, \"input\": …}; if the whole file is one JSON array, name it .json")
                : new Fault("the case is " + kind(record) + ", not an object", "write {\"id\": …, \"input\": …}");
    }

    static Fault missingInput() {
        return new Fault(
                "it has no 'input'", "give it one, or say where it stands, as in @GoldenSet(input = \"/question\")");
    }

    static Fault nothingAt(String pointer) {
        return new Fault(
                "nothing stands at %s, where its 'input' should be".formatted(Printable.line(pointer, 80)),
                "add it, or correct @GoldenSet(input = …)");
    }

    static Fault nullInput(String name) {
        return new Fault("its " + Quoted.word(name) + " is null", "write what goes into the application");
    }

    static Fault nullField(String name) {
        return new Fault("its " + Quoted.word(name) + " is null", "leave the field out where it has no value");
    }

    static Fault unknownField(String name, List<String> known) {
        return new Fault(
                "it has an unknown field " + Quoted.word(name),
                NearestName.of(name, known)
                                .map(near -> "did you mean '" + near + "'? ")
                                .orElse("")
                        + "Other facts go into 'metadata'; other people's fields are mapped, as in @GoldenSet(input ="
                        + " \"/question\")");
    }

    static Fault unknownKey(String where, String name, List<String> known) {
        return new Fault(
                "its '%s' has an unknown field %s".formatted(where, Quoted.word(name)),
                NearestName.of(name, known)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("it may have " + Quoted.list(known)));
    }

    static Fault wrongType(String where, JsonNode found, String wanted, String example) {
        return new Fault(
                "its '%s' is %s, but must be %s".formatted(where, kind(found), wanted), "write it as " + example);
    }

    static Fault notPublished(JsonNode record) {
        return new Fault("the record is %s, not an object".formatted(kind(record)), AS_PUBLISHED);
    }

    static Fault missingField(String name) {
        return new Fault("it has no " + Quoted.word(name), AS_PUBLISHED);
    }

    static Fault blankField(String name) {
        return new Fault("its %s is blank".formatted(Quoted.word(name)), AS_PUBLISHED);
    }

    static Fault noFinalNumber() {
        return new Fault("its 'answer' doesn't end in a number after ####", "end it as in \"… #### 42\"");
    }

    static Fault notFourChoices(JsonNode choices) {
        return new Fault(
                choices.isArray()
                        ? "it has %s choices, not four".formatted(choices.size())
                        : "its 'choices' is %s, but must be a list of four texts".formatted(kind(choices)),
                "write them as [\"…\", \"…\", \"…\", \"…\"]");
    }

    static Fault noLetter(JsonNode answer) {
        return new Fault(
                "its answer is %s, but must be A, B, C or D"
                        .formatted(answer.isValueNode() ? Quoted.word(answer.asText()) : kind(answer)),
                "write the letter of the right choice; a CSV file has no header");
    }

    static Fault missingKey(String where, String key, String example) {
        return new Fault("its '%s' has no '%s'".formatted(where, key), "write it as " + example);
    }

    static Fault blank(String where) {
        return new Fault("its '%s' is blank".formatted(where), "write something, or leave it out");
    }

    static Fault brokenId(String id) {
        return new Fault(
                "its 'id' " + Quoted.word(id) + " holds half of a surrogate pair", "write ids of whole characters");
    }

    static Fault unknownOrigin(String word) {
        return new Fault(
                "its 'origin' is " + Quoted.word(word),
                "write "
                        + Quoted.oneOf(
                                Arrays.stream(Origin.values()).map(Origin::word).toList()));
    }

    static Fault cellIsNoJson(String where, Fault cause) {
        return new Fault(
                "its '%s' should hold JSON: %s".formatted(where, cause.found()), "correct the JSON in that cell");
    }

    static Fault metadataTwice(String name) {
        return new Fault(
                "the field %s stands both in the record and in its metadata".formatted(Quoted.word(name)),
                "rename one of them, or map the metadata elsewhere, as in @GoldenSet(metadata = \"/facts\")");
    }

    static Fault duplicateId(String id, String otherPlace) {
        return new Fault(
                "the id %s also stands at %s".formatted(Quoted.word(id), Printable.line(otherPlace)),
                "give each case of the set, over all its files, an id of its own");
    }

    static Fault duplicateContent(String otherPlace) {
        return new Fault(
                "the same content also stands at %s, and neither case has an id".formatted(Printable.line(otherPlace)),
                "take one of them out, or give both an id");
    }

    static Fault lacks(Need need) {
        return new Fault(
                "it has no %s, which %s needs"
                        .formatted(Printable.line(need.fields()), Printable.line(need.neededBy())),
                "add it to the case, or take out what needs it");
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "null";
        };
    }
}
