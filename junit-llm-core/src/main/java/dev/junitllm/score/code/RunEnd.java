package dev.junitllm.score.code;

import java.time.Duration;

/**
 * How a run ended. Everything in it may be the doing of hostile code but {@code how} and {@code wall}.
 *
 * @param how whether it ended by itself, or which limit ended it
 * @param exitCode of the program; 128 and the signal's number where a signal ended it
 * @param report what came over the channel for reports: its beginning and its end, where it was long
 * @param output the end of standard output and error
 * @param wall how long it took
 */
record RunEnd(How how, int exitCode, String report, String output, Duration wall) {

    enum How {
        BY_ITSELF,
        CPU_TIME,
        WALL_TIME,
        MEMORY,
        PROCESSES,
        OUTPUT
    }
}
