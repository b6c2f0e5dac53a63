package dev.junitllm.score.code;

import java.util.Collection;
import java.util.stream.Collectors;

/** What a sandbox does for the machine around it, in the order of its weight. */
enum Protection {
    /** The user's files can't be read. */
    FILES("the user's files are hidden"),
    /** No other machine and no local service can be reached. */
    NETWORK("there is no network"),
    /** Every process ends with the run, however it was started. */
    TREE("every process ends with the run"),
    /** Processor time is limited. */
    CPU_TIME("processor time is limited"),
    /** Memory is limited. */
    MEMORY("memory is limited"),
    /** The number of processes is limited. */
    PROCESSES("the number of processes is limited"),
    /** The size of what is written is limited. */
    DISK("the working folder is limited");

    private final String words;

    Protection(String words) {
        this.words = words;
    }

    /** As messages and details name it. */
    String words() {
        return words;
    }

    static String list(Collection<Protection> protections) {
        return protections.stream().map(Protection::words).collect(Collectors.joining(", "));
    }
}
