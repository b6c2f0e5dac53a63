package dev.junitllm.run;

/**
 * How large a run will be, known before its first case.
 *
 * @param cases how many cases are selected, at least 1
 * @param total how many the golden set has
 * @param samplesPerCase how many samples each case gets, at least 1
 */
public record PlannedRun(int cases, int total, int samplesPerCase) {

    /**
     * The number of cases, and of how many where not all are selected.
     *
     * @return such as {@code 20 cases} or {@code 20 of 44 cases}
     */
    public String shown() {
        return cases == total
                ? cases + (cases == 1 ? " case" : " cases")
                : cases + " of " + total + (total == 1 ? " case" : " cases");
    }
}
