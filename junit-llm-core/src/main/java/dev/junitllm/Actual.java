package dev.junitllm;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the application did with one case. The test body fills it; scorers read it once it is closed. Safe for use by
 * several threads; after the body has ended (or timed out) every late write is refused with an
 * {@link IllegalStateException}, so that a body that still runs can't change what is being scored.
 */
public final class Actual {

    private final Object lock = new Object();
    private final int sample;
    private boolean closed;
    private @Nullable String output;
    private final List<Document> retrieved = new ArrayList<>();
    private boolean hasRetrieved;
    private final List<ToolCall> toolCalls = new ArrayList<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private Usage usage = Usage.UNKNOWN;
    private Trace trace = Trace.NONE;
    private final Map<String, Duration> latencies = new LinkedHashMap<>();
    private @Nullable Duration timeToFirstToken;
    private Supplier<Trace> traceSoFar = () -> Trace.NONE;

    /** Makes an empty one, to be filled. */
    public Actual() {
        this(1);
    }

    private Actual(int sample) {
        this.sample = sample;
    }

    /**
     * Makes an empty one for one of several samples of a case.
     *
     * @param number which sample, from 1
     * @return an actual to be filled
     * @throws IllegalArgumentException where the number is below 1
     */
    public static Actual ofSample(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("samples are counted from 1, unlike " + number);
        }
        return new Actual(number);
    }

    /**
     * Makes one of an output alone, for scoring outside a golden set.
     *
     * @param output what the application answered
     * @return an actual that can still be written to
     */
    public static Actual of(String output) {
        return new Actual().output(output);
    }

    /**
     * Records the application's answer. The last one recorded counts.
     *
     * @param text what the application answered; may be empty
     * @return this
     */
    public Actual output(String text) {
        Objects.requireNonNull(text, "the output is null: what did the application answer?");
        return write(() -> this.output = text);
    }

    /**
     * Records the application's answer as compact JSON. The last one recorded counts.
     *
     * @param json what the application answered
     * @return this
     */
    public Actual output(JsonNode json) {
        return output(json.toString());
    }

    /**
     * Adds documents that the application retrieved, best first. Call it with an empty list where nothing was found: that
     * is something else than not having looked.
     *
     * @param documents the documents; may be empty
     * @return this
     */
    public Actual retrieved(List<Document> documents) {
        List<Document> copy = List.copyOf(documents);
        return write(() -> {
            this.retrieved.addAll(copy);
            this.hasRetrieved = true;
        });
    }

    /**
     * Adds a tool call that the application made.
     *
     * @param call the call
     * @return this
     */
    public Actual toolCall(ToolCall call) {
        Objects.requireNonNull(call, "call");
        return write(() -> this.toolCalls.add(call));
    }

    /**
     * Records the tokens the answer took.
     *
     * @param tokens as the provider reported them
     * @return this
     */
    public Actual usage(Usage tokens) {
        Objects.requireNonNull(tokens, "tokens");
        return write(() -> this.usage = tokens);
    }

    /**
     * Records a fact about this answer, such as the model or the prompt's version.
     *
     * @param name the fact's name
     * @param value its value; replaces an earlier one of that name
     * @return this
     */
    public Actual attribute(String name, String value) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
        return write(() -> this.attributes.put(name, value));
    }

    /**
     * Records how long a step of the application took.
     *
     * @param step what the step is called
     * @param took how long; replaces an earlier one of that name
     * @return this
     */
    public Actual latency(String step, Duration took) {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(took, "took");
        return write(() -> this.latencies.put(step, took));
    }

    /**
     * Records how long the user waited for the first piece of a streamed answer.
     *
     * @param took since the application was asked
     * @return this
     */
    public Actual timeToFirstToken(Duration took) {
        Objects.requireNonNull(took, "took");
        return write(() -> this.timeToFirstToken = took);
    }

    /**
     * Records what happened, step by step. The extension does so when the test body has ended; a test that made a trace by
     * other means may, and then that one counts.
     *
     * @param steps the trace; the last one recorded counts
     * @return this
     */
    public Actual trace(Trace steps) {
        Objects.requireNonNull(steps, "steps");
        return write(() -> this.trace = steps);
    }

    /**
     * Says where the trace is to be had while it is still being recorded. The extension does.
     *
     * @param soFar gives what has happened so far
     * @return this
     */
    public Actual tracedBy(Supplier<Trace> soFar) {
        Objects.requireNonNull(soFar, "soFar");
        return write(() -> this.traceSoFar = soFar);
    }

    /**
     * Which sample of its case this is. What a scorer asks of a model may be told apart by it where two samples are alike.
     *
     * @return from 1; 1 where the case is sampled once
     */
    public int sample() {
        return sample;
    }

    /**
     * Whether an output was recorded.
     *
     * @return true where it was
     */
    public boolean hasOutput() {
        synchronized (lock) {
            return output != null;
        }
    }

    /**
     * What the application answered.
     *
     * @return the output
     * @throws MissingOutputException where none was recorded
     */
    public String output() {
        synchronized (lock) {
            if (output == null) {
                throw new MissingOutputException();
            }
            return output;
        }
    }

    /**
     * What the application answered, where it did.
     *
     * @return the output, or empty where none was recorded
     */
    public Optional<String> recordedOutput() {
        synchronized (lock) {
            return Optional.ofNullable(output);
        }
    }

    /**
     * Whether it was recorded what the application retrieved, be it nothing.
     *
     * @return true where it was
     */
    public boolean hasRetrieved() {
        synchronized (lock) {
            return hasRetrieved;
        }
    }

    /**
     * The documents that the application retrieved.
     *
     * @return the documents, best first; may be empty
     */
    public List<Document> retrieved() {
        synchronized (lock) {
            return List.copyOf(retrieved);
        }
    }

    /**
     * The tool calls that the application made.
     *
     * @return the calls in order; may be empty
     */
    public List<ToolCall> toolCalls() {
        synchronized (lock) {
            return List.copyOf(toolCalls);
        }
    }

    /**
     * The tokens the answer took.
     *
     * @return the usage; {@link Usage#UNKNOWN} where none was recorded
     */
    public Usage usage() {
        synchronized (lock) {
            return usage;
        }
    }

    /**
     * How long the steps of the application took.
     *
     * @return by what they are called, in the order they began; steps of one name together
     */
    public Map<String, Duration> latencies() {
        synchronized (lock) {
            return new LinkedHashMap<>(latencies);
        }
    }

    /**
     * How long the user waited for the first piece of a streamed answer.
     *
     * @return since the application was asked; empty where nothing was streamed
     */
    public Optional<Duration> timeToFirstToken() {
        synchronized (lock) {
            return Optional.ofNullable(timeToFirstToken);
        }
    }

    /**
     * What happened, step by step.
     *
     * @return the trace, with its secrets; in the test body as far as it has come, so that assertions there may look at it;
     *     {@link Trace#NONE} where nothing was recorded
     */
    public Trace trace() {
        Supplier<Trace> soFar;
        synchronized (lock) {
            if (closed || !trace.isEmpty()) {
                return trace;
            }
            soFar = traceSoFar;
        }
        return soFar.get(); // takes a lock of its own
    }

    /**
     * The facts recorded about this answer.
     *
     * @return the facts by name, in the order they were first recorded
     */
    public Map<String, String> attributes() {
        synchronized (lock) {
            return new LinkedHashMap<>(attributes);
        }
    }

    /**
     * Whether anything that can be scored was recorded: an output, what was retrieved (be it nothing) or a tool call, by the
     * test or, once it is closed, by its trace. Tokens and times alone are none.
     *
     * @return false where the body recorded nothing of the kind
     */
    public boolean hasEvidence() {
        synchronized (lock) {
            return output != null || hasRetrieved || !toolCalls.isEmpty();
        }
    }

    /**
     * Ends writing; every write after this is refused. What nothing was recorded of is read from the trace: documents, tool
     * calls, tokens, the attributes {@code model}, {@code finish_reason} and {@code cost}, and how long steps
     * took. Closing twice does nothing.
     *
     * @param recorded what happened, unless the test has recorded that by itself
     */
    public void close(Trace recorded) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            if (trace.isEmpty()) {
                trace = recorded;
            }
            if (!trace.isEmpty()) {
                fillIn();
            }
        }
    }

    /** Ends writing; every write after this is refused. Closing twice does nothing. */
    public void close() {
        close(Trace.NONE);
    }

    private void fillIn() {
        if (!hasRetrieved) {
            Optional<List<Document>> found = trace.retrieved();
            retrieved.addAll(found.orElse(List.of()));
            hasRetrieved = found.isPresent();
        }
        if (toolCalls.isEmpty()) {
            toolCalls.addAll(trace.toolCalls());
        }
        if (usage.isUnknown()) {
            usage = trace.usage();
        }
        for (Map.Entry<String, String> fact : TraceFacts.attributes(trace).entrySet()) {
            attributes.putIfAbsent(fact.getKey(), fact.getValue());
        }
        if (latencies.isEmpty()) {
            latencies.putAll(TraceFacts.latencies(trace));
        }
        if (timeToFirstToken == null) {
            timeToFirstToken = trace.timeToFirstToken().orElse(null);
        }
    }

    private Actual write(Runnable change) {
        synchronized (lock) {
            if (closed) {
                throw new IllegalStateException(
                        "this Actual is closed: the test body it belongs to has ended or timed out,"
                                + " and what it recorded is being scored");
            }
            change.run();
        }
        return this;
    }
}
