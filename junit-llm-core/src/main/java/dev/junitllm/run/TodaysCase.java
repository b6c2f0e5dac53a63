package dev.junitllm.run;

import org.jspecify.annotations.Nullable;

/**
 * How a case of this run came out, beside what a baseline says of it.
 *
 * @param id the case
 * @param contentHash its content hash
 * @param mark how it came out, without its output
 * @param sample the sample whose output stands for it, from 1
 */
public record TodaysCase(String id, String contentHash, BaselineMark mark, int sample) {

    BaselineMark markWith(@Nullable BaselineOutput output) {
        return new BaselineMark(mark.outcome(), mark.samples(), mark.passes(), mark.scores(), output, mark.steps());
    }
}
