package dev.junitllm.examples.handbook.agent;

import dev.junitllm.Document;
import dev.junitllm.SpanKind;
import dev.junitllm.Usage;
import dev.junitllm.examples.handbook.Handbook;
import dev.junitllm.examples.handbook.HandbookAssistant;
import dev.junitllm.examples.handbook.HandbookBot;
import dev.junitllm.examples.handbook.ScoredPassage;
import dev.junitllm.trace.LlmSpan;
import dev.junitllm.trace.Traced;
import dev.junitllm.trace.Traces;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The agent with its steps recorded: what it thinks, which tool it picks, and what that gives back. An application that uses
 * OpenTelemetry, LangChain4j or Spring AI needs none of this.
 */
final class TracedAgent {

    /** What is asked of it: one step for each question, around all others. */
    interface Questions {

        @Traced(value = "handbook-agent", kind = SpanKind.AGENT)
        String answer(String question);
    }

    private TracedAgent() {}

    /**
     * An agent for the handbook.
     *
     * @param change what becomes of its planner
     */
    static Questions with(UnaryOperator<Planner> change) {
        Handbook handbook = Handbook.load();
        HandbookAssistant bot = new HandbookBot(handbook);
        Planner planner = change.apply(new RulePlanner(bot));
        Tools tools = new HandbookTools(handbook, new TracedSearch(bot));
        HandbookAgent agent =
                new HandbookAgent((question, soFar) -> plan(planner, question, soFar), action -> use(tools, action));
        return Traces.wrap(agent::answer, Questions.class);
    }

    // tag::steps[]
    private static Decision plan(Planner planner, String question, List<Observation> soFar) {
        return LlmSpan.llm("rule-planner", span -> {
            String prompt = question
                    + soFar.stream()
                            .map(done -> "\n" + done.action().tool() + ": " + done.result())
                            .collect(Collectors.joining());
            span.prompt(prompt);
            Decision next = planner.next(question, soFar);
            span.completion(next.thought());
            if (next.action() != null) {
                span.toolRequest(null, next.action().tool(), next.action().arguments());
            }
            span.usage(Usage.of(words(prompt), words(next.thought()))); // rules have no tokens: words stand for them
            return next;
        });
    }

    private static String use(Tools tools, Action action) {
        return LlmSpan.tool(action.tool(), span -> {
            span.arguments(action.arguments());
            return tools.use(action);
        });
    }
    // end::steps[]

    private static long words(String text) {
        return text.split("\\s+").length;
    }

    /** Searching, recorded. */
    private record TracedSearch(HandbookAssistant assistant) implements HandbookAssistant {

        @Override
        public List<ScoredPassage> retrieve(String question) {
            return LlmSpan.retrieval("handbook", span -> {
                span.query(question);
                List<ScoredPassage> found = assistant.retrieve(question);
                span.documents(found.stream()
                        .map(one ->
                                Document.of(one.passage().id(), one.passage().text(), one.score()))
                        .toList());
                return found;
            });
        }

        @Override
        public String answer(String question, List<ScoredPassage> passages) {
            return assistant.answer(question, passages);
        }
    }
}
