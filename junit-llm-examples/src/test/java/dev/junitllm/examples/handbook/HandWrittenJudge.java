package dev.junitllm.examples.handbook;

import dev.junitllm.Configuration;
import dev.junitllm.judge.chat.ChatModel;
import dev.junitllm.judge.chat.ChatModelDescription;
import dev.junitllm.judge.chat.ChatModelProvider;
import dev.junitllm.judge.chat.ChatReply;
import dev.junitllm.judge.chat.ChatRequest;
import java.util.List;

/**
 * What a person thinks of the assistant's answers, under the name of the model that {@link HandbookJudgedEvalTest} would ask:
 * no model has said any of this. Records them anew, as after a change of the judge's prompt, with
 *
 * <pre>{@code
 * mvn test -pl junit-llm-examples -am -Dtest=HandbookJudgedEvalTest -Dsurefire.failIfNoSpecifiedTests=false
 *     -Djunit.llm.judge.provider=by-hand -Djunit.llm.cassette.mode=record -Djunit.llm.cassette.prune=true
 * }</pre>
 */
public final class HandWrittenJudge implements ChatModelProvider {

    private static final List<Judgement> JUDGEMENTS = List.of(
            new Judgement(
                    "How many days of annual leave",
                    "YES",
                    "Full-time staff have 27 working days of annual leave",
                    "The number of days is stated for full-time staff."),
            new Judgement(
                    "keep my unused holiday",
                    "NO",
                    "Unused money isn't carried over",
                    "The answer is about money, and the question about days of holiday."),
            new Judgement(
                    "more than five days",
                    "NO",
                    "an absence of up to five days",
                    "The notice for a shorter absence is given, not the one that was asked for."),
            new Judgement("my own wedding", "YES", "2 paid days for your own wedding", "The number of days is stated."),
            new Judgement(
                    "My father passed away",
                    "NO",
                    "The handbook doesn't say.",
                    "The employee is left without an answer."),
            new Judgement(
                    "doctor's certificate",
                    "YES",
                    "from the fourth calendar day of an illness",
                    "It is said when a certificate is needed."),
            new Judgement("on-call staff receive", "YES", "280 euros a week", "The amount is stated."),
            new Judgement("work from home", "YES", "up to 3 days a week", "The number of days is stated."));

    /** Made by {@link java.util.ServiceLoader}. */
    public HandWrittenJudge() {}

    @Override
    public String name() {
        return "by-hand";
    }

    @Override
    public ChatModel create(String model, Configuration configuration) {
        ChatModel person = request ->
                ChatReply.of(judgement(request).reply(request.label().nonce())).withOrigin("written by hand", null);
        return person.describedAs(ChatModelDescription.of("openai", model));
    }

    private static Judgement judgement(ChatRequest request) {
        String data = request.messages().get(1).text();
        return JUDGEMENTS.stream()
                .filter(judgement -> data.contains(judgement.question))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody has judged this yet: " + data));
    }

    private record Judgement(String question, String verdict, String evidence, String reason) {

        String reply(String nonce) {
            return "{\"nonce\": \"%s\", \"evidence\": \"%s\", \"reason\": \"%s\", \"verdict\": \"%s\"}"
                    .formatted(nonce, evidence, reason, verdict);
        }
    }
}
