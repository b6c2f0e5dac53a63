package dev.junitllm.trace;

import dev.junitllm.trace.SpanTree.Step;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The steps of the application that a reviewer looks at first.
 *
 * @param slowest the one that took longest by itself, without the steps below it; empty where there is none
 * @param failed those that failed and have no failed step below them, since an error mostly fails all steps above it too
 */
public record NotableSteps(Optional<Step> slowest, List<Step> failed) {

    /**
     * Notable steps.
     *
     * @param slowest the one that took longest by itself
     * @param failed those that failed first
     */
    public NotableSteps {
        failed = List.copyOf(failed);
    }

    /**
     * Finds the notable steps.
     *
     * @param tree the steps of a trace in their places
     * @return its notable steps
     */
    public static NotableSteps of(SpanTree tree) {
        List<Step> steps = tree.steps();
        boolean[] failedBelow = new boolean[steps.size()];
        for (int place = steps.size() - 1; place >= 0; place--) {
            Step step = steps.get(place);
            if (isOfApplication(step) && (step.span().failed() || failedBelow[place])) {
                failedBelow[step.parent()] = true;
            }
        }
        return new NotableSteps(
                steps.stream().filter(NotableSteps::isOfApplication).max(Comparator.comparingLong(Step::ownNanos)),
                IntStream.range(0, steps.size())
                        .filter(place -> isOfApplication(steps.get(place)))
                        .filter(place -> steps.get(place).span().failed() && !failedBelow[place])
                        .mapToObj(steps::get)
                        .toList());
    }

    /** Neither the invocation itself nor made to score it. */
    private static boolean isOfApplication(Step step) {
        return step.parent() >= 0 && !step.ofEvaluation();
    }
}
