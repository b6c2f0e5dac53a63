package dev.junitllm.score.json;

/** Whether the validator is there: it is an optional dependency. */
final class SchemaLibrary {

    private static final String ENTRY = "com/networknt/schema/JsonSchemaFactory.class";

    private SchemaLibrary() {}

    /**
     * Checks that it is.
     *
     * @throws IllegalStateException saying what to add to the build, where it isn't
     */
    static void requireIn(ClassLoader loader) {
        if (loader.getResource(ENTRY) == null) {
            throw new IllegalStateException(
                    "JSON Schemas are checked by com.networknt:json-schema-validator, which is not on the class path: add"
                            + " version 1.5.9 of it in scope test (2.x and later need Jackson 3)");
        }
    }
}
