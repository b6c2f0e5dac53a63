package dev.junitllm.judge;

/**
 * The name of a judge, as reports, calibrations and cassettes show it.
 *
 * @param value the name, never blank and without white space around it
 */
public record JudgeName(String value) {

    /**
     * Checks the name.
     *
     * @param value the name
     * @throws IllegalArgumentException if the name is blank, or begins or ends with white space
     */
    public JudgeName {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException(
                    "The name of a judge must be a text without white space around it, but was \"" + value + "\".");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
