package dev.junitllm.report.waterfall;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.SpanKind;
import dev.junitllm.Trace;
import dev.junitllm.TraceNames;
import dev.junitllm.trace.HandMadeTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A trace in which every name, text and number was written by somebody who wants the page to run something or load something. */
final class HostileTrace {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HostileTrace() {}

    /** Each tries to set the title to {@code owned}, or to load something from the server. */
    static List<String> texts(String server) {
        return List.of(
                "<script>document.title='owned'</script>",
                "</script><script>document.title='owned'</script>",
                "</style><script>document.title='owned'</script><style>",
                "</title><script>document.title='owned'</script>",
                "--><script>document.title='owned'</script><!--",
                "]]><script>document.title='owned'</script>",
                "<img src=x onerror=\"document.title='owned'\">",
                "<img src=\"" + server + "/img\">",
                "\"><img src=" + server + "/quote onerror=document.title='owned'>",
                "' onmouseover='document.title=\"owned\"' style='animation:x' onanimationstart='document.title=\"owned\"",
                "<svg onload=\"document.title='owned'\"><use href=\"" + server + "/use.svg#x\"/></svg>",
                "<svg><script>document.title='owned'</script><image href=\"" + server + "/image\"/></svg>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=document.title='owned'>",
                "<details open ontoggle=document.title='owned'>",
                "<body onload=document.title='owned'>",
                "<input autofocus onfocus=document.title='owned'>",
                "<iframe src=\"" + server
                        + "/frame\" srcdoc=\"<script>parent.document.title='owned'</script>\"></iframe>",
                "<object data=\"" + server + "/object\"></object><embed src=\"" + server + "/embed\">",
                "<link rel=stylesheet href=\"" + server + "/style.css\"><link rel=prefetch href=\"" + server
                        + "/next\">",
                "<meta http-equiv=refresh content=\"0;url=" + server + "/refresh\">",
                "<base href=\"" + server + "/\"><a href=\"javascript:document.title='owned'\" ping=\"" + server
                        + "/ping\">x</a>",
                "javascript:document.title='owned'",
                "data:text/html,<script>document.title='owned'</script>",
                "<style>@import url(" + server + "/import.css); body{background:url(" + server
                        + "/background)}</style>",
                "red; background: url(" + server + "/value); } * { background: url(" + server + "/rule)",
                "<video poster=\"" + server + "/poster\"><source src=\"" + server
                        + "/source\" onerror=document.title='owned'></video>",
                "<template><script>document.title='owned'</script></template><slot onslotchange=document.title='owned'>",
                "{{constructor.constructor('document.title=1')()}} ${document.title='owned'} <%= 7*7 %> #{7*7} %s %n %1$s",
                "&lt;script&gt;document.title='owned'&lt;/script&gt; &#60;script&#62; &amp;amp;",
                "+ADw-script+AD4-document.title='owned'+ADw-/script+AD4-",
                "``<script>`${document.title='owned'}`</script>");
    }

    /** What would hide, reorder or break text. */
    static List<String> signs() {
        return List.of(
                "a\u202egpj.exe\u202c b",
                "zero\u200bwidth\u2060joined\ufeff",
                "\u001b[2J\u001b[31mred\u0007 bell\u0000nul\u0008back",
                "lone \ud800 high, low \udc00 lone",
                "line\u2028separator\u2029paragraph\u0085next\u000bvertical\ffeed",
                "tag\udb40\udc41 variation\ufe0f soft\u00adhyphen \ufff9interlinear\ufffe");
    }

    static Heading heading(String text) {
        return new Heading(text, text, text, text);
    }

    /** Every text stands everywhere in a trace where a text can stand. */
    static Trace of(List<String> texts) {
        HandMadeTrace trace = HandMadeTrace.invocation(1_000).says(TraceNames.CASE_ID, texts.get(0));
        int number = 0;
        for (String text : texts) {
            for (SpanKind kind : SpanKind.values()) {
                span(trace, "x" + number++, kind, text);
            }
        }
        return trace.trace();
    }

    private static void span(HandMadeTrace trace, String id, SpanKind kind, String text) {
        trace.step(id, "root", text, 10, 20, Map.of(TraceNames.KIND, kind.name()));
        for (String attribute : List.of(
                TraceNames.PROVIDER_NAME,
                TraceNames.REQUEST_MODEL,
                TraceNames.RESPONSE_MODEL,
                TraceNames.REQUEST_TEMPERATURE,
                TraceNames.TOOL_NAME,
                TraceNames.TOOL_DESCRIPTION,
                TraceNames.TOOL_CALL_ID,
                TraceNames.TOOL_CALL_ARGUMENTS,
                TraceNames.TOOL_CALL_RESULT,
                TraceNames.RETRIEVAL_QUERY,
                TraceNames.INPUT_VALUE,
                TraceNames.OUTPUT_VALUE,
                TraceNames.COST_CURRENCY,
                TraceNames.DATA_SOURCE_ID,
                TraceNames.USAGE_INPUT_TOKENS,
                TraceNames.EVALUATION_SCORE_LABEL,
                TraceNames.EVALUATION_EXPLANATION,
                text)) {
            trace.says(attribute, text);
        }
        trace.says(TraceNames.RESPONSE_FINISH_REASONS, List.of(text, text));
        trace.says(TraceNames.COST_TOTAL, 0.5);
        trace.says(
                TraceNames.SYSTEM_INSTRUCTIONS,
                JSON.createArrayNode().add(part(text)).toString());
        trace.says(TraceNames.INPUT_MESSAGES, messages(text).toString());
        trace.says(TraceNames.OUTPUT_MESSAGES, messages(text).toString());
        trace.says(
                TraceNames.TOOL_DEFINITIONS,
                JSON.createArrayNode()
                        .add(JSON.createObjectNode().put("name", text).put(text, text))
                        .toString());
        trace.says(TraceNames.RETRIEVAL_DOCUMENTS, documents(text).toString());
        trace.event(TraceNames.LOG, 12, Map.of("message", text, text, text));
        trace.event(text, 13, Map.of(text, List.of(text)));
        trace.event(
                TraceNames.EXCEPTION,
                14,
                Map.of(
                        TraceNames.EXCEPTION_TYPE,
                        text,
                        TraceNames.EXCEPTION_MESSAGE,
                        text,
                        TraceNames.EXCEPTION_STACKTRACE,
                        text + "\n\tat " + text));
        trace.event(
                TraceNames.EVALUATION_RESULT,
                15,
                Map.of(
                        TraceNames.EVALUATION_NAME,
                        text,
                        TraceNames.EVALUATION_SCORE_VALUE,
                        0.5,
                        TraceNames.EVALUATION_SCORE_LABEL,
                        text,
                        TraceNames.EVALUATION_EXPLANATION,
                        text));
        trace.linked(text, text).failed(text);
    }

    private static ObjectNode part(String text) {
        return JSON.createObjectNode().put("type", "text").put("content", text);
    }

    private static ArrayNode messages(String text) {
        ArrayNode messages = JSON.createArrayNode();
        ObjectNode message = messages.addObject().put("role", text).put("finish_reason", text);
        message.putArray("parts")
                .add(part(text))
                .add(text)
                .add(JSON.createObjectNode().put("type", text).put(text, text))
                .add(JSON.createObjectNode()
                        .put("type", "tool_call")
                        .put("id", text)
                        .put("name", text)
                        .put("arguments", text))
                .add(JSON.createObjectNode()
                        .put("type", "tool_call_response")
                        .put("id", text)
                        .put("result", text));
        return messages;
    }

    private static ArrayNode documents(String text) {
        ArrayNode documents = JSON.createArrayNode();
        documents
                .addObject()
                .put("id", text)
                .put("content", text)
                .put("score", 0.5)
                .putObject("metadata")
                .put("source", text);
        return documents;
    }

    static List<String> all(String server) {
        List<String> all = new ArrayList<>(texts(server));
        all.addAll(signs());
        return all;
    }
}
