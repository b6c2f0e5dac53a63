package dev.junitllm.judge.criteria;

import dev.junitllm.judge.prompt.DataField;

/**
 * How a field that may be too long for one prompt is shown in several, one after the other. What one part ends with, the next one
 * begins with, and each is shown what was replied to those before it. Immutable.
 *
 * @param field the field
 * @param size the most texts of the field in one part
 * @param overlap how many texts of a part the next one repeats, fewer than {@code size}
 * @param words what the instruction says besides where there are several parts
 */
record StepWindow(DataField field, int size, int overlap, String words) {

    StepWindow {
        if (overlap < 0 || overlap >= size) {
            throw new IllegalArgumentException("overlap = %s: from 0 to less than size = %s".formatted(overlap, size));
        }
    }

    /** How many parts so many texts make. */
    int parts(int texts) {
        int step = size - overlap;
        return texts <= size ? 1 : 1 + (texts - size + step - 1) / step;
    }

    /** The first text of a part, from 0. */
    int from(int part) {
        return part * (size - overlap);
    }
}
