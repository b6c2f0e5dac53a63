package dev.junitllm.trace;

import dev.junitllm.Trace;
import java.util.List;

/** Where the traces of a run go besides its files, such as a backend. Its methods are called by several threads at once. */
public interface TraceSink {

    /**
     * A trace has ended.
     *
     * @param trace the trace, without secrets; to be taken at once: the test waits
     */
    void ended(Trace trace);

    /**
     * The run ends. Called once, after all traces; what has not gone by now may take two seconds more, and no longer.
     *
     * @return what there is to say to the user, in sentences; nothing where all went well
     */
    List<String> close();
}
