package dev.junitllm.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Printable;
import dev.junitllm.SpanKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a case as a baseline writes them, such as {@code {"calls":{"LLM":2,"TOOL":1},"tokens":330,"tools":["search"]}}.
 * What goes without saying is left out: no failed step, no tool, as many samples as the mark has. Without {@code documents}
 * none was retrieved or, where there were searches, they don't say which.
 */
final class StepsJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private StepsJson() {}

    static ObjectNode write(CaseSteps steps, int samplesOfMark) {
        ObjectNode json = JSON.objectNode();
        if (steps.samples() != samplesOfMark) {
            json.put("samples", steps.samples());
        }
        ObjectNode calls = json.putObject("calls");
        steps.calls().forEach((kind, count) -> put(calls, kind.name(), count));
        if (steps.failed() > 0) {
            put(json, "failed", steps.failed());
        }
        if (steps.tokens() != null) {
            put(json, "tokens", steps.tokens());
        }
        if (steps.cost() != null) {
            put(json, "cost", steps.cost());
        }
        writeTools(steps, json);
        SortedMap<String, Integer> documents = steps.documents();
        if (documents != null && steps.calls(SpanKind.RETRIEVAL) > 0) {
            writeDocuments(steps.samples(), documents, json);
        }
        return json;
    }

    private static void writeTools(CaseSteps steps, ObjectNode json) {
        if (steps.routes().size() > 1) {
            ArrayNode routes = json.putArray("routes");
            steps.routes().forEach((tools, samples) -> {
                ObjectNode route = routes.addObject().put("samples", samples);
                tools.forEach(route.putArray("tools")::add);
            });
        } else {
            List<String> tools = steps.routes().keySet().iterator().next();
            if (!tools.isEmpty()) {
                tools.forEach(json.putArray("tools")::add);
            }
        }
    }

    private static void writeDocuments(int samples, Map<String, Integer> documents, ObjectNode json) {
        if (documents.values().stream().allMatch(count -> count == samples)) {
            documents.keySet().forEach(json.putArray("documents")::add);
        } else {
            documents.forEach(json.putObject("documents")::put);
        }
    }

    /** Whole numbers without a decimal point. */
    static void put(ObjectNode json, String name, double amount) {
        if (amount == Math.rint(amount) && amount < 1e15) {
            json.put(name, (long) amount);
        } else {
            json.put(name, amount);
        }
    }

    static CaseSteps read(LinedJson json, int samplesOfMark) {
        LinedFields fields = LinedFields.of("'steps'", json);
        int samples = fields.optional("samples")
                .map(count -> LinedFields.count("'samples'", count))
                .orElse(samplesOfMark);
        Map<SpanKind, Double> calls = kinds("'calls'", fields.required("calls"));
        double failed = fields.optional("failed")
                .map(count -> LinedFields.amount("'failed'", count))
                .orElse(0.0);
        Double tokens = amount("'tokens'", fields.optional("tokens"));
        Double cost = amount("'cost'", fields.optional("cost"));
        Map<List<String>, Integer> routes = routes(fields, samples);
        SortedMap<String, Integer> documents =
                documents(fields.optional("documents"), samples, calls.containsKey(SpanKind.RETRIEVAL));
        fields.end();
        return LinedJson.checked(
                json.line(), () -> new CaseSteps(samples, calls, failed, tokens, cost, routes, documents));
    }

    /** Amounts by kinds of steps. */
    static Map<SpanKind, Double> kinds(String what, LinedJson json) {
        Map<SpanKind, Double> amounts = new EnumMap<>(SpanKind.class);
        LinedFields.map(what, json).forEach((name, amount) -> {
            SpanKind kind = SpanKind.named(name)
                    .filter(one -> one.name().equals(name))
                    .orElseThrow(() -> new LinedJson.Fault(
                            amount.line(), "'%s' is no kind of step".formatted(Printable.line(name, 40))));
            amounts.put(kind, LinedFields.amount("'" + name + "'", amount));
        });
        return amounts;
    }

    private static @Nullable Double amount(String what, Optional<LinedJson> json) {
        return json.map(amount -> LinedFields.amount(what, amount)).orElse(null);
    }

    private static Map<List<String>, Integer> routes(LinedFields fields, int samples) {
        Optional<LinedJson> tools = fields.optional("tools");
        Optional<LinedJson> several = fields.optional("routes");
        Map<List<String>, Integer> routes = new LinkedHashMap<>();
        several.ifPresent(json -> LinedFields.list("'routes'", json).forEach(one -> {
            LinedFields route = LinedFields.of("a route", one);
            int taken = route.requiredCount("samples");
            routes.put(texts("'tools'", route.required("tools")), taken);
            route.end();
        }));
        if (several.isEmpty()) {
            routes.put(tools.map(json -> texts("'tools'", json)).orElse(List.of()), samples);
        }
        return routes;
    }

    private static @Nullable SortedMap<String, Integer> documents(
            Optional<LinedJson> json, int samples, boolean searched) {
        SortedMap<String, Integer> documents = new TreeMap<>();
        if (json.isEmpty()) {
            return searched ? null : documents;
        }
        if (json.get().value() instanceof List<?>) {
            texts("'documents'", json.get()).forEach(id -> documents.put(id, samples));
        } else {
            LinedFields.map("'documents'", json.get())
                    .forEach((id, count) -> documents.put(id, LinedFields.count("a document", count)));
        }
        return documents;
    }

    private static List<String> texts(String what, LinedJson json) {
        List<String> texts = new ArrayList<>();
        LinedFields.list(what, json).forEach(text -> texts.add(LinedFields.text("an element of " + what, text)));
        return texts;
    }
}
