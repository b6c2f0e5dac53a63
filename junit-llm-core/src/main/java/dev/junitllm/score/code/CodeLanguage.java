package dev.junitllm.score.code;

import dev.junitllm.score.ScoringException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A language that generated code can be written in. Immutable. */
interface CodeLanguage {

    /** As annotations, messages and details name it. */
    String name();

    /** What code blocks in this language are marked with. */
    List<String> marks();

    /** Where code defines a name for everybody to use, or empty where that can't be told. */
    Optional<Pattern> definitionOf(String name);

    /** Everything else that decides a score, for the scorer's description. */
    default Map<String, String> parameters() {
        return Map.of();
    }

    /** Whether the exit code 0 alone tells a pass, for want of anything better. */
    default boolean trustsExitCode() {
        return false;
    }

    /** Whether the program reports that it is ready before the model's code is touched. */
    boolean reportsReady();

    /**
     * Says what is wrong with tests that could never pass.
     *
     * @param tests the tests
     * @return what is wrong, or empty where nothing is
     */
    default Optional<String> faultOf(String tests) {
        return Optional.empty();
    }

    /**
     * Makes a program of code and its tests, whose last word is {@code passed} and the token from channel 3.
     *
     * @param code the model's
     * @param tests the case's
     * @param entryPoint the name that is tested, or empty
     * @param token for languages that can't read it from the channel
     * @param limits of the run
     * @return the program
     * @throws ScoringException of kind {@code NO_INTERPRETER} where the language isn't installed
     */
    Program program(String code, String tests, String entryPoint, String token, CodeLimits limits)
            throws ScoringException;
}
