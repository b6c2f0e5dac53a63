package dev.junitllm;

/**
 * The names of everything a trace says: OpenTelemetry's conventions for generative AI as of November 2026, all of which are
 * still in development, the few keys of OpenInference that viewers need beside them, and ours. Kept in one class so that a
 * convention that changes is changed here.
 *
 * @see <a href="https://github.com/open-telemetry/semantic-conventions-genai">OpenTelemetry's conventions</a>
 * @see <a href="https://github.com/Arize-ai/openinference/tree/main/spec">OpenInference's</a>
 */
public final class TraceNames {

    /** What was done: one of the {@code OPERATION} names. */
    public static final String OPERATION_NAME = "gen_ai.operation.name";
    /** {@link #OPERATION_NAME} of a chat completion. */
    public static final String OPERATION_CHAT = "chat";
    /** {@link #OPERATION_NAME} of Gemini's own protocol. */
    public static final String OPERATION_GENERATE_CONTENT = "generate_content";
    /** {@link #OPERATION_NAME} of a completion without messages. */
    public static final String OPERATION_TEXT_COMPLETION = "text_completion";
    /** {@link #OPERATION_NAME} of an embedding. */
    public static final String OPERATION_EMBEDDINGS = "embeddings";
    /** {@link #OPERATION_NAME} of a search for documents. */
    public static final String OPERATION_RETRIEVAL = "retrieval";
    /** {@link #OPERATION_NAME} of a tool. */
    public static final String OPERATION_EXECUTE_TOOL = "execute_tool";
    /** {@link #OPERATION_NAME} of an agent. */
    public static final String OPERATION_INVOKE_AGENT = "invoke_agent";
    /** {@link #OPERATION_NAME} of a chain. */
    public static final String OPERATION_INVOKE_WORKFLOW = "invoke_workflow";

    /** Who serves the model, such as {@code openai} or {@code gcp.gemini}. */
    public static final String PROVIDER_NAME = "gen_ai.provider.name";
    /** What {@link #PROVIDER_NAME} was called before; read only. */
    public static final String SYSTEM = "gen_ai.system";
    /** The model asked for. */
    public static final String REQUEST_MODEL = "gen_ai.request.model";
    /** Double. */
    public static final String REQUEST_TEMPERATURE = "gen_ai.request.temperature";
    /** Double. */
    public static final String REQUEST_TOP_P = "gen_ai.request.top_p";
    /** Number of candidates, of a model's sampling or of a search. */
    public static final String REQUEST_TOP_K = "gen_ai.request.top_k";
    /** Long. */
    public static final String REQUEST_MAX_TOKENS = "gen_ai.request.max_tokens";
    /** Long. */
    public static final String REQUEST_SEED = "gen_ai.request.seed";
    /** Texts. */
    public static final String REQUEST_STOP_SEQUENCES = "gen_ai.request.stop_sequences";
    /** Double. */
    public static final String REQUEST_FREQUENCY_PENALTY = "gen_ai.request.frequency_penalty";
    /** Double. */
    public static final String REQUEST_PRESENCE_PENALTY = "gen_ai.request.presence_penalty";
    /** Long; said only where it isn't 1. */
    public static final String REQUEST_CHOICE_COUNT = "gen_ai.request.choice.count";
    /** Boolean; said only where it is true. */
    public static final String REQUEST_STREAM = "gen_ai.request.stream";
    /** {@code text}, {@code json}, … */
    public static final String OUTPUT_TYPE = "gen_ai.output.type";
    /** The conversation or session. */
    public static final String CONVERSATION_ID = "gen_ai.conversation.id";
    /** The reply's id. */
    public static final String RESPONSE_ID = "gen_ai.response.id";
    /** The model that answered, as it calls itself. */
    public static final String RESPONSE_MODEL = "gen_ai.response.model";
    /** Texts, one for each choice. */
    public static final String RESPONSE_FINISH_REASONS = "gen_ai.response.finish_reasons";
    /** Seconds, double; of streamed replies. */
    public static final String RESPONSE_TIME_TO_FIRST_CHUNK = "gen_ai.response.time_to_first_chunk";
    /** Long; includes cached ones. */
    public static final String USAGE_INPUT_TOKENS = "gen_ai.usage.input_tokens";
    /** Long; includes reasoning. */
    public static final String USAGE_OUTPUT_TOKENS = "gen_ai.usage.output_tokens";
    /** Long. */
    public static final String USAGE_CACHE_READ_TOKENS = "gen_ai.usage.cache_read.input_tokens";
    /** Long. */
    public static final String USAGE_CACHE_WRITE_TOKENS = "gen_ai.usage.cache_creation.input_tokens";
    /** Long. */
    public static final String USAGE_REASONING_TOKENS = "gen_ai.usage.reasoning.output_tokens";
    /** What {@link #USAGE_INPUT_TOKENS} was called before; read only. */
    public static final String USAGE_PROMPT_TOKENS = "gen_ai.usage.prompt_tokens";
    /** What {@link #USAGE_OUTPUT_TOKENS} was called before; read only. */
    public static final String USAGE_COMPLETION_TOKENS = "gen_ai.usage.completion_tokens";

    /** JSON: {@code [{"type":"text","content":…}]}. */
    public static final String SYSTEM_INSTRUCTIONS = "gen_ai.system_instructions";
    /** JSON: {@code [{"role":"user","parts":[{"type":"text","content":…}]}]}. */
    public static final String INPUT_MESSAGES = "gen_ai.input.messages";
    /** JSON, as {@link #INPUT_MESSAGES}, each with its {@code finish_reason}. */
    public static final String OUTPUT_MESSAGES = "gen_ai.output.messages";
    /** JSON. */
    public static final String TOOL_DEFINITIONS = "gen_ai.tool.definitions";
    /** The tool. */
    public static final String TOOL_NAME = "gen_ai.tool.name";
    /** {@code function}, {@code extension} or {@code datastore}. */
    public static final String TOOL_TYPE = "gen_ai.tool.type";
    /** What the tool is for. */
    public static final String TOOL_DESCRIPTION = "gen_ai.tool.description";
    /** The call's id, as the model gave it. */
    public static final String TOOL_CALL_ID = "gen_ai.tool.call.id";
    /** JSON. */
    public static final String TOOL_CALL_ARGUMENTS = "gen_ai.tool.call.arguments";
    /** JSON or text. */
    public static final String TOOL_CALL_RESULT = "gen_ai.tool.call.result";
    /** The agent. */
    public static final String AGENT_NAME = "gen_ai.agent.name";
    /** The chain. */
    public static final String WORKFLOW_NAME = "gen_ai.workflow.name";
    /** What was searched. */
    public static final String DATA_SOURCE_ID = "gen_ai.data_source.id";
    /** What was searched for. */
    public static final String RETRIEVAL_QUERY = "gen_ai.retrieval.query.text";
    /** JSON: {@code [{"id":…,"score":…}]}, and with us each one's {@code content} and {@code metadata}. */
    public static final String RETRIEVAL_DOCUMENTS = "gen_ai.retrieval.documents";
    /** Long. */
    public static final String EMBEDDING_DIMENSIONS = "gen_ai.embeddings.dimension.count";

    /** The event that says a score. */
    public static final String EVALUATION_RESULT = "gen_ai.evaluation.result";
    /** The score's name. */
    public static final String EVALUATION_NAME = "gen_ai.evaluation.name";
    /** Double. */
    public static final String EVALUATION_SCORE_VALUE = "gen_ai.evaluation.score.value";
    /** {@code pass}, {@code fail}, {@code error} or {@code not_applicable}. */
    public static final String EVALUATION_SCORE_LABEL = "gen_ai.evaluation.score.label";
    /** Why. */
    public static final String EVALUATION_EXPLANATION = "gen_ai.evaluation.explanation";

    /** The class of an error, on any span. */
    public static final String ERROR_TYPE = "error.type";
    /** An exception's event. */
    public static final String EXCEPTION = "exception";
    /** An exception's class. */
    public static final String EXCEPTION_TYPE = "exception.type";
    /** What it says. */
    public static final String EXCEPTION_MESSAGE = "exception.message";
    /** Where it was thrown. */
    public static final String EXCEPTION_STACKTRACE = "exception.stacktrace";
    /** A host. */
    public static final String SERVER_ADDRESS = "server.address";
    /** Long. */
    public static final String SERVER_PORT = "server.port";
    /** Who sends the trace. */
    public static final String SERVICE_NAME = "service.name";

    /** OpenInference: {@link SpanKind#openInference()}. */
    public static final String OPEN_INFERENCE_KIND = "openinference.span.kind";
    /** OpenInference: what went in, as text. */
    public static final String INPUT_VALUE = "input.value";
    /** OpenInference: what came out, as text. */
    public static final String OUTPUT_VALUE = "output.value";
    /** OpenInference: US dollars, double. OpenTelemetry has no name for it. */
    public static final String COST_TOTAL = "llm.cost.total";

    /** {@link SpanKind}, in small letters. */
    public static final String KIND = "junit_llm.span.kind";
    /** The test class. */
    public static final String TEST_CLASS = "junit_llm.test.class";
    /** The test method. */
    public static final String TEST_METHOD = "junit_llm.test.method";
    /** The case. */
    public static final String CASE_ID = "junit_llm.case.id";
    /** Which sample of the case, from 1; long. */
    public static final String SAMPLE = "junit_llm.sample";
    /** The golden set's fingerprint. */
    public static final String GOLDEN_SET = "junit_llm.golden_set.fingerprint";
    /** Texts. */
    public static final String TAGS = "junit_llm.tags";
    /** How the case came out. */
    public static final String OUTCOME = "junit_llm.outcome";
    /** Before the name of a fact that the test or the configuration adds, such as {@code prompt-version}. */
    public static final String ATTRIBUTE = "junit_llm.attribute.";
    /** The score's bar, double. */
    public static final String EVALUATION_THRESHOLD = "junit_llm.evaluation.threshold";
    /** True where the cost is an estimate, because a price was missing for a part of it. */
    public static final String COST_ESTIMATED = "junit_llm.cost.estimated";
    /** Currency of the cost where it isn't US dollars. */
    public static final String COST_CURRENCY = "junit_llm.cost.currency";
    /** True where the reply came from a recording; boolean. */
    public static final String REPLAYED = "junit_llm.replayed";
    /** Which step of its criterion a judge was asked for. */
    public static final String JUDGE_STEP = "junit_llm.judge.step";
    /** Which vote a judge was asked for, from 1; long. */
    public static final String JUDGE_VOTE = "junit_llm.judge.vote";
    /** Before the name of a rule of redaction: how often it replaced something in the trace; long. */
    public static final String REDACTED = "junit_llm.redacted.";
    /** True of a step that had not ended when its test did; boolean. */
    public static final String NOT_ENDED = "junit_llm.not_ended";
    /** An event of the invocation: the test's body has ended, and scoring begins. */
    public static final String SCORING = "junit_llm.scoring";
    /** How many steps of the trace were not kept, because there were too many; long. */
    public static final String DROPPED = "junit_llm.dropped_spans";
    /** Before a kind of content of which nothing but length and hash, or length, is kept: {@code hashed} or {@code none}; before {@code cut}: how many were cut, long. */
    public static final String CAPTURE = "junit_llm.capture.";
    /** An event: a line of the log. */
    public static final String LOG = "log";
    /** How many lines of the log were not kept, because there were too many; long. */
    public static final String LOG_DROPPED = "junit_llm.log.dropped";

    private TraceNames() {}
}
