package dev.junitllm.golden;

import java.io.IOException;

/** Carries a fault out of the depth of a parser or a stream; the first pass makes a problem of it. */
final class FaultException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;
    private final int line;

    FaultException(Fault fault) {
        this(fault, 0);
    }

    FaultException(Fault fault, int line) {
        super(fault.found());
        this.fault = fault;
        this.line = line;
    }

    Fault fault() {
        return fault;
    }

    /** The line it was found in, or 0 where that isn't known here. */
    int line() {
        return line;
    }
}
