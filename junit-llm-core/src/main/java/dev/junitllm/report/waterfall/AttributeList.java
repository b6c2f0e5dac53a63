package dev.junitllm.report.waterfall;

import dev.junitllm.TraceNames;
import dev.junitllm.TraceSpan;
import dev.junitllm.trace.StepWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What else a step says: the facts that reviewers ask for in words, everything that is left by its name. */
final class AttributeList {

    private static final int MOST = 200;
    private static final int LONGEST_LINE = 200;

    private static final Map<String, String> FACTS = facts();

    /** Shown in the step's row, or in words among its facts. */
    private static final List<String> IN_WORDS = List.of(
            TraceNames.KIND,
            TraceNames.OPEN_INFERENCE_KIND,
            TraceNames.OPERATION_NAME,
            TraceNames.NOT_ENDED,
            TraceNames.COST_CURRENCY,
            TraceNames.COST_ESTIMATED);

    private static final List<String> NUMBERS_IN_WORDS = List.of(
            TraceNames.USAGE_INPUT_TOKENS,
            TraceNames.USAGE_OUTPUT_TOKENS,
            TraceNames.USAGE_CACHE_READ_TOKENS,
            TraceNames.USAGE_CACHE_WRITE_TOKENS,
            TraceNames.USAGE_REASONING_TOKENS,
            TraceNames.COST_TOTAL,
            TraceNames.RESPONSE_TIME_TO_FIRST_CHUNK);

    private final Markup out;
    private final Texts texts;

    AttributeList(Markup out, Texts texts) {
        this.out = out;
        this.texts = texts;
    }

    private static Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("provider", TraceNames.PROVIDER_NAME);
        facts.put("model asked for", TraceNames.REQUEST_MODEL);
        facts.put("model that answered", TraceNames.RESPONSE_MODEL);
        facts.put("temperature", TraceNames.REQUEST_TEMPERATURE);
        facts.put("top p", TraceNames.REQUEST_TOP_P);
        facts.put("top k", TraceNames.REQUEST_TOP_K);
        facts.put("at most", TraceNames.REQUEST_MAX_TOKENS);
        facts.put("seed", TraceNames.REQUEST_SEED);
        facts.put("ended by", TraceNames.RESPONSE_FINISH_REASONS);
        facts.put("dimensions", TraceNames.EMBEDDING_DIMENSIONS);
        facts.put("searched", TraceNames.DATA_SOURCE_ID);
        facts.put("call", TraceNames.TOOL_CALL_ID);
        return facts;
    }

    void facts(TraceSpan span, Set<String> shown) {
        shown.addAll(IN_WORDS);
        NUMBERS_IN_WORDS.stream().filter(name -> span.number(name).isPresent()).forEach(shown::add);
        Map<String, String> said = new LinkedHashMap<>();
        FACTS.forEach((words, attribute) -> {
            Object value = span.attributes().get(attribute);
            if (value != null) {
                shown.add(attribute);
                said.put(words, value(value) + (attribute.equals(TraceNames.REQUEST_MAX_TOKENS) ? " tokens" : ""));
            }
        });
        if (said.getOrDefault("model asked for", "").equals(said.get("model that answered"))) {
            said.put("model", said.get("model asked for"));
            said.remove("model asked for");
            said.remove("model that answered");
        }
        String tokens = Amounts.tokensInWords(span.usage());
        if (!tokens.isEmpty()) {
            said.put("tokens", tokens.replace(" tokens", ""));
        }
        span.timeToFirstChunk().ifPresent(time -> said.put("first token after", StepWords.time(time)));
        if (!said.isEmpty()) {
            out.element(
                    "dl",
                    "facts",
                    () -> said.forEach((words, value) -> {
                        out.open("div");
                        out.element("dt", "", words);
                        out.element("dd", "", value);
                        out.close("div");
                    }));
        }
    }

    void rest(TraceSpan span, Set<String> shown) {
        List<Map.Entry<String, Object>> rest = span.attributes().entrySet().stream()
                .filter(entry -> !shown.contains(entry.getKey()))
                .toList();
        if (rest.isEmpty()) {
            return;
        }
        out.open("details", "class", "more");
        out.element("summary", "", rest.size() == 1 ? "1 more attribute" : rest.size() + " more attributes");
        out.element(
                "table",
                "attributes",
                () -> rest.stream()
                        .limit(MOST)
                        .forEach(entry -> out.element("tr", "", () -> {
                            out.element("th", "", entry.getKey());
                            out.element("td", "", () -> value(entry.getValue(), texts));
                        })));
        if (rest.size() > MOST) {
            out.element("p", "cut", "and " + (rest.size() - MOST) + " more");
        }
        out.close("details");
    }

    private void value(Object value, Texts boxes) {
        String shown = value(value);
        if (shown.length() > LONGEST_LINE) {
            boxes.json(shown);
        } else {
            out.line(shown);
        }
    }

    private static String value(Object value) {
        return value instanceof List<?> list
                ? String.join(", ", list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }
}
