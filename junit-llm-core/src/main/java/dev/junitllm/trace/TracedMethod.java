package dev.junitllm.trace;

import dev.junitllm.SpanKind;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method whose calls are steps.
 *
 * @param kind what they are for
 * @param name what they are done with
 * @param parameters the names of its parameters
 */
record TracedMethod(SpanKind kind, String name, List<String> parameters) {

    /** The annotation nearest to the type: on its method, else on that of an interface above it, else on the types themselves. */
    static Optional<TracedMethod> of(Method method, Class<?> type) {
        return onMethods(method, type).or(() -> onTypes(method, type)).map(traced -> {
            String name = traced.value().isBlank() ? method.getName() : traced.value();
            return new TracedMethod(traced.kind(), name, names(method));
        });
    }

    private static Optional<Traced> onMethods(Method method, Class<?> type) {
        return withAbove(type).stream()
                .flatMap(above -> Arrays.stream(above.getDeclaredMethods()))
                .filter(other -> other.getName().equals(method.getName())
                        && Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
                .map(other -> other.getAnnotation(Traced.class))
                .filter(traced -> traced != null)
                .findFirst();
    }

    private static Optional<Traced> onTypes(Method method, Class<?> type) {
        Traced ofType = type.getAnnotation(Traced.class);
        return Optional.ofNullable(
                ofType != null ? ofType : method.getDeclaringClass().getAnnotation(Traced.class));
    }

    /** Breadth first. */
    private static List<Class<?>> withAbove(Class<?> type) {
        Deque<Class<?>> found = new ArrayDeque<>(List.of(type));
        Deque<Class<?>> next = new ArrayDeque<>(List.of(type));
        while (!next.isEmpty()) {
            for (Class<?> above : next.removeFirst().getInterfaces()) {
                found.add(above);
                next.add(above);
            }
        }
        return List.copyOf(found);
    }

    private static List<String> names(Method method) {
        return Arrays.stream(method.getParameters()).map(Parameter::getName).toList();
    }

    /** Begins the step of a call, with what goes in. */
    LlmSpan begin(@Nullable Object[] arguments) {
        return switch (kind) {
            case LLM -> {
                ModelSpan span = LlmSpan.llm(name);
                firstText(arguments).ifPresentOrElse(span::prompt, () -> span.input(input(arguments)));
                yield span;
            }
            case TOOL -> {
                ToolSpan span = LlmSpan.tool(name);
                span.arguments(byName(arguments));
                yield span;
            }
            case RETRIEVAL -> {
                RetrievalSpan span = LlmSpan.retrieval(name);
                firstText(arguments).ifPresentOrElse(span::query, () -> span.input(input(arguments)));
                yield span;
            }
            case EMBEDDING -> with(LlmSpan.embedding(name), arguments);
            case AGENT -> with(LlmSpan.agent(name), arguments);
            case GUARDRAIL -> with(LlmSpan.guardrail(name), arguments);
            case EVALUATION -> with(LlmSpan.evaluation(name), arguments);
            case CHAIN, OTHER -> with(LlmSpan.chain(name), arguments);
        };
    }

    private LlmSpan with(LlmSpan span, @Nullable Object[] arguments) {
        if (arguments.length > 0) {
            span.input(input(arguments));
        }
        return span;
    }

    private static Optional<String> firstText(@Nullable Object[] arguments) {
        return Arrays.stream(arguments)
                .filter(CharSequence.class::isInstance)
                .map(String::valueOf)
                .findFirst();
    }

    private Object input(@Nullable Object[] arguments) {
        return arguments.length == 1 ? ValueText.of(arguments[0]) : byName(arguments);
    }

    private Map<String, Object> byName(@Nullable Object[] arguments) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            values.put(parameters.get(i), ValueText.data(arguments[i]));
        }
        return values;
    }
}
