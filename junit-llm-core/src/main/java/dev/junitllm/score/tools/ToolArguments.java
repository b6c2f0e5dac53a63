package dev.junitllm.score.tools;

/** What of a call's arguments counts. */
public enum ToolArguments {
    /**
     * They equal the expected ones, as {@link dev.junitllm.score.json.JsonComparison} compares JSON: numbers by value, the
     * order of names without meaning, missing and additional arguments differ.
     */
    EQUAL,
    /** Nothing: only the tool's name counts. */
    IGNORED,
    /**
     * Each is one of the values the golden case accepts for it, written the way the Berkeley Function-Calling Leaderboard
     * does: {@code {"city": ["Paris", "Paris, FR"], "days": [3], "unit": ["celsius", ""]}}. An argument among whose values
     * is {@code ""} may be left out, any other must be there, and there must be no further one. Objects among the values
     * list the accepted values of each of their fields in the same way, also inside of arrays. Texts are compared in lower
     * case, without spaces and the characters {@code , . / - _ * ^}, and with {@code '} as {@code "}; numbers by value; arrays
     * element by element. Unlike there, declared types are not looked at (5.0 is 5, whatever the schema says), and texts
     * are folded at any depth.
     */
    ACCEPTED_VALUES
}
