package dev.junitllm.judge.chat;

import java.util.function.Predicate;

/** What is sent otherwise than asked because the server refuses it, and what a reply says about it. */
enum Adjustment {
    NO_TEMPERATURE(
            "temperature dropped: the server refuses it",
            request -> request.sampling().temperature() != null),
    NO_SEED("seed dropped: the server refuses it", request -> request.sampling().seed() != null),
    NO_LOGPROBS(
            "logprobs dropped: the server refuses them",
            request -> request.sampling().topLogprobs() != null),
    OTHER_OUTPUT_LIMIT(
            "limit of output tokens sent under its other name: the server refuses the first",
            request -> request.sampling().maxOutputTokens() != null),
    NO_OUTPUT_LIMIT(
            "limit of output tokens dropped: the server refuses it",
            request -> request.sampling().maxOutputTokens() != null),
    OTHER_OUTPUT_FORM(
            "strict output form not sent: the server refuses it; asked for it in another way",
            request -> request.output() != null),
    NO_OUTPUT_FORM(
            "output form only described in the prompt: the server refuses all others",
            request -> request.output() != null);

    private final String note;
    private final Predicate<ChatRequest> concerns;

    Adjustment(String note, Predicate<ChatRequest> concerns) {
        this.note = note;
        this.concerns = concerns;
    }

    String note() {
        return note;
    }

    /** Whether it makes a difference to a request. */
    boolean concerns(ChatRequest request) {
        return concerns.test(request);
    }
}
