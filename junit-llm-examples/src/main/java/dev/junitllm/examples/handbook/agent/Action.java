package dev.junitllm.examples.handbook.agent;

import java.util.Map;

/**
 * A tool to use.
 *
 * @param tool its name
 * @param arguments by name
 */
public record Action(String tool, Map<String, String> arguments) {

    /** Finds sections of the handbook by words: {@code query}. */
    public static final String SEARCH = "search_handbook";

    /** Reads one section: {@code id}. */
    public static final String READ = "read_section";

    /** Counts days from a date on: {@code date} as in 2026-03-31, {@code days}. */
    public static final String ADD_DAYS = "add_days";
}
