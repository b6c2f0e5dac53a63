package dev.junitllm.report.waterfall;

import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.HandMadeTrace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an agent with two tools leaves: a search, two calls of a model, a tool that failed, and two scores. */
public final class AgentTrace {

    static final Heading HEADING =
            new Heading("demo.RefundsEvalTest.answers", "refund-3 [2/5]", "FAILED", "traces/000012-3fa91c0de5b7.json");

    private static final String QUESTION = "Can I return the headphones I bought five weeks ago?";

    private AgentTrace() {}

    public static Trace trace() {
        HandMadeTrace trace = HandMadeTrace.invocation(4_120)
                .says(TraceNames.KIND, "chain")
                .says(TraceNames.TEST_CLASS, "demo.RefundsEvalTest")
                .says(TraceNames.CASE_ID, "refund-3")
                .says(TraceNames.SAMPLE, 2L)
                .says(TraceNames.TAGS, List.of("refunds", "agent"))
                .says("junit_llm.attribute.prompt-version", "7")
                .event(TraceNames.SCORING, 2_955, Map.of())
                .event("log", 12, log("INFO", "demo.Refunds", "order 4711 found"));
        agent(trace);
        scores(trace);
        return trace.trace();
    }

    private static void agent(HandMadeTrace trace) {
        trace.step("a", "root", "invoke_agent refunds", 4, 2_950, Map.of(TraceNames.OPERATION_NAME, "invoke_agent"))
                .says(TraceNames.INPUT_VALUE, QUESTION)
                .says(TraceNames.OUTPUT_VALUE, "Yes, you can return them within 60 days.");
        trace.step("r", "a", "retrieval handbook", 10, 96, Map.of(TraceNames.OPERATION_NAME, "retrieval"))
                .says(TraceNames.DATA_SOURCE_ID, "handbook")
                .says(TraceNames.RETRIEVAL_QUERY, QUESTION)
                .says(TraceNames.RETRIEVAL_DOCUMENTS, """
                        [{"id":"returns.md#2","score":0.8132,"content":"Goods can be returned within 30 days of delivery, unopened.","metadata":{"version":"2026-03"}},
                         {"id":"warranty.md#1","score":0.4471,"content":"Defects are covered for two years."}]""");
        trace.step("m1", "a", "chat gpt-4o-mini", 101, 840, Map.of(TraceNames.OPERATION_NAME, "chat"));
        model(trace, 612, 41, 0.000117)
                .says(TraceNames.INPUT_MESSAGES, "[" + user() + "]")
                .says(TraceNames.OUTPUT_MESSAGES, "[" + call() + "]");
        trace.step("t", "a", "execute_tool lookup_order", 846, 1_301, Map.of(TraceNames.OPERATION_NAME, "execute_tool"))
                .says(TraceNames.TOOL_NAME, "lookup_order")
                .says(TraceNames.TOOL_DESCRIPTION, "Finds an order by what was bought")
                .says(TraceNames.TOOL_CALL_ARGUMENTS, "{\"item\":\"headphones\",\"customer\":\"[REDACTED:email]\"}")
                .event(
                        TraceNames.EXCEPTION,
                        1_300,
                        Map.of(
                                TraceNames.EXCEPTION_TYPE,
                                "java.net.http.HttpTimeoutException",
                                TraceNames.EXCEPTION_MESSAGE,
                                "no reply from orders:8080 in 450 ms",
                                TraceNames.EXCEPTION_STACKTRACE,
                                "java.net.http.HttpTimeoutException: no reply from orders:8080 in 450 ms\n\tat demo.Orders.lookup(Orders.java:41)\n\tat demo.Agent.act(Agent.java:88)\n"))
                .failed("no reply from orders:8080 in 450 ms");
        trace.step("m2", "a", "chat gpt-4o-mini", 1_310, 2_940, Map.of(TraceNames.OPERATION_NAME, "chat"));
        model(trace, 702, 88, 0.000158)
                .says(
                        TraceNames.INPUT_MESSAGES,
                        "[" + user() + "," + call()
                                + ",{\"role\":\"tool\",\"parts\":[{\"type\":\"tool_call_response\",\"id\":\"call_1\",\"result\":{\"error\":\"timeout\"}}]}]")
                .says(
                        TraceNames.OUTPUT_MESSAGES,
                        "[{\"role\":\"assistant\",\"finish_reason\":\"stop\",\"parts\":[{\"type\":\"text\",\"content\":\"Yes, you can return them within 60 days.\"}]}]");
    }

    private static Map<String, Object> log(String level, String logger, String message) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level", level);
        line.put("logger", logger);
        line.put("message", message);
        return line;
    }

    private static HandMadeTrace model(HandMadeTrace trace, long in, long out, double cost) {
        return trace.says(TraceNames.PROVIDER_NAME, "openai")
                .says(TraceNames.REQUEST_MODEL, "gpt-4o-mini")
                .says(TraceNames.RESPONSE_MODEL, "gpt-4o-mini-2024-07-18")
                .says(TraceNames.REQUEST_TEMPERATURE, 0.0)
                .says(TraceNames.REQUEST_MAX_TOKENS, 512L)
                .says(TraceNames.RESPONSE_FINISH_REASONS, List.of("stop"))
                .says(TraceNames.USAGE_INPUT_TOKENS, in)
                .says(TraceNames.USAGE_OUTPUT_TOKENS, out)
                .says(TraceNames.COST_TOTAL, cost)
                .says(
                        TraceNames.SYSTEM_INSTRUCTIONS,
                        "[{\"type\":\"text\",\"content\":\"You answer questions about refunds. Use only the handbook and your tools.\\nSay so where you don't know.\"}]")
                .says(
                        TraceNames.TOOL_DEFINITIONS,
                        "[{\"type\":\"function\",\"name\":\"lookup_order\",\"parameters\":{\"type\":\"object\"}},{\"type\":\"function\",\"name\":\"refund\"}]");
    }

    private static String user() {
        return "{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"" + QUESTION + "\"}]}";
    }

    private static String call() {
        return "{\"role\":\"assistant\",\"finish_reason\":\"tool_call\",\"parts\":[{\"type\":\"tool_call\",\"id\":\"call_1\",\"name\":\"lookup_order\",\"arguments\":{\"item\":\"headphones\"}}]}";
    }

    private static void scores(HandMadeTrace trace) {
        trace.step("e1", "root", "faithfulness", 2_960, 4_100, Map.of(TraceNames.KIND, "evaluation"))
                .event(
                        TraceNames.EVALUATION_RESULT,
                        4_100,
                        Map.of(
                                TraceNames.EVALUATION_NAME,
                                "faithfulness",
                                TraceNames.EVALUATION_SCORE_VALUE,
                                0.25,
                                TraceNames.EVALUATION_THRESHOLD,
                                0.8,
                                TraceNames.EVALUATION_SCORE_LABEL,
                                "fail",
                                TraceNames.EVALUATION_EXPLANATION,
                                "The handbook says 30 days; the answer says 60."));
        trace.step("j", "e1", "chat claude-haiku-4-5", 2_970, 4_090, Map.of(TraceNames.OPERATION_NAME, "chat"))
                .says(TraceNames.REQUEST_MODEL, "claude-haiku-4-5")
                .says(TraceNames.USAGE_INPUT_TOKENS, 1_204L)
                .says(TraceNames.USAGE_OUTPUT_TOKENS, 83L)
                .says(TraceNames.USAGE_CACHE_READ_TOKENS, 1_024L)
                .says(TraceNames.INPUT_MESSAGES, "[" + user() + "]");
        trace.step("e2", "root", "token-f1", 4_102, 4_103, Map.of(TraceNames.KIND, "evaluation"))
                .event(
                        TraceNames.EVALUATION_RESULT,
                        4_103,
                        Map.of(
                                TraceNames.EVALUATION_NAME,
                                "token-f1",
                                TraceNames.EVALUATION_SCORE_VALUE,
                                0.62,
                                TraceNames.EVALUATION_THRESHOLD,
                                0.5,
                                TraceNames.EVALUATION_SCORE_LABEL,
                                "pass"));
    }
}
