package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import dev.junitllm.TraceNames;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which attributes of spans are contents, and of what kind. All others say something of a step, and are no content. */
final class SpanContents {

    private static final Map<String, CaptureField> BY_NAME = Map.ofEntries(
            Map.entry(TraceNames.INPUT_MESSAGES, CaptureField.MESSAGES),
            Map.entry(TraceNames.OUTPUT_MESSAGES, CaptureField.MESSAGES),
            Map.entry(TraceNames.SYSTEM_INSTRUCTIONS, CaptureField.MESSAGES),
            Map.entry(TraceNames.TOOL_DEFINITIONS, CaptureField.MESSAGES),
            Map.entry(TraceNames.TOOL_CALL_ARGUMENTS, CaptureField.TOOL),
            Map.entry(TraceNames.TOOL_CALL_RESULT, CaptureField.TOOL),
            Map.entry(TraceNames.RETRIEVAL_QUERY, CaptureField.CONTEXT),
            Map.entry(TraceNames.RETRIEVAL_DOCUMENTS, CaptureField.CONTEXT),
            Map.entry(TraceNames.EVALUATION_EXPLANATION, CaptureField.REASON),
            Map.entry(TraceNames.EXCEPTION_MESSAGE, CaptureField.ERROR),
            Map.entry(TraceNames.EXCEPTION_STACKTRACE, CaptureField.ERROR));

    /** What other libraries number the parts of a content by. */
    private static final List<Map.Entry<String, CaptureField>> BY_BEGINNING = List.of(
            Map.entry("llm.input_messages.", CaptureField.MESSAGES),
            Map.entry("llm.output_messages.", CaptureField.MESSAGES),
            Map.entry("llm.prompt", CaptureField.MESSAGES), // prompts, and a template with its variables
            Map.entry("llm.completions", CaptureField.MESSAGES),
            Map.entry("llm.function_call", CaptureField.MESSAGES),
            Map.entry("llm.tools", CaptureField.MESSAGES),
            Map.entry("gen_ai.prompt", CaptureField.MESSAGES),
            Map.entry("gen_ai.completion", CaptureField.MESSAGES),
            Map.entry("gen_ai.event.content", CaptureField.MESSAGES),
            Map.entry("retrieval.documents.", CaptureField.CONTEXT),
            Map.entry("reranker.query", CaptureField.CONTEXT),
            Map.entry("reranker.input_documents", CaptureField.CONTEXT),
            Map.entry("reranker.output_documents", CaptureField.CONTEXT),
            Map.entry("embedding.embeddings.", CaptureField.CONTEXT),
            Map.entry("db.vector.query.content", CaptureField.CONTEXT),
            Map.entry("db.vector.query.response.documents", CaptureField.CONTEXT),
            Map.entry("tool.parameters", CaptureField.TOOL),
            Map.entry("spring.ai.tool.call.", CaptureField.TOOL),
            Map.entry("traceloop.entity.input", CaptureField.MESSAGES),
            Map.entry("traceloop.entity.output", CaptureField.MESSAGES));

    private SpanContents() {}

    /** What an attribute is to its step. */
    enum Part {
        INPUT,
        OUTPUT,
        OTHER
    }

    static Part part(String name) {
        return switch (name) {
            case TraceNames.INPUT_VALUE -> Part.INPUT;
            case TraceNames.OUTPUT_VALUE -> Part.OUTPUT;
            default -> Part.OTHER;
        };
    }

    /** The kind of content that a step's input or output is. */
    static CaptureField field(Part part, SpanKind kind, boolean root) {
        if (root) {
            return part == Part.INPUT ? CaptureField.INPUT : CaptureField.OUTPUT;
        }
        return ofStep(kind);
    }

    /** The kind of content that an attribute is in any step, or {@code null} where it is none. */
    static @Nullable CaptureField named(String name) {
        CaptureField known = BY_NAME.get(name);
        if (known != null) {
            return known;
        }
        for (Map.Entry<String, CaptureField> beginning : BY_BEGINNING) {
            if (name.startsWith(beginning.getKey())) {
                return beginning.getValue();
            }
        }
        return null;
    }

    private static CaptureField ofStep(SpanKind kind) {
        return switch (kind) {
            case TOOL -> CaptureField.TOOL;
            case RETRIEVAL, EMBEDDING -> CaptureField.CONTEXT;
            case EVALUATION -> CaptureField.REASON;
            default -> CaptureField.MESSAGES;
        };
    }
}
