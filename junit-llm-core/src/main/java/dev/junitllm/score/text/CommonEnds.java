package dev.junitllm.score.text;

import java.util.Arrays;

/** How far two sequences begin and end alike; neither their edit distance nor what they share out of order needs that part. */
record CommonEnds(int start, int end) {

    static CommonEnds of(int[] one, int[] other) {
        int shorter = Math.min(one.length, other.length);
        int start = 0;
        while (start < shorter && one[start] == other[start]) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && one[one.length - 1 - end] == other[other.length - 1 - end]) {
            end++;
        }
        return new CommonEnds(start, end);
    }

    int length() {
        return start + end;
    }

    /** What lies between. */
    int[] cut(int[] sequence) {
        return Arrays.copyOfRange(sequence, start, sequence.length - end);
    }
}
