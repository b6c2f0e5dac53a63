package dev.junitllm.judge.chat;

/** What is sent otherwise than asked because the server refuses it, and what a reply says about it. */
enum Adjustment {
    NO_TEMPERATURE("temperature dropped: the server refuses it"),
    NO_SEED("seed dropped: the server refuses it"),
    NO_LOGPROBS("logprobs dropped: the server refuses them"),
    OTHER_OUTPUT_LIMIT("limit of output tokens sent under its other name: the server refuses the first"),
    NO_OUTPUT_LIMIT("limit of output tokens dropped: the server refuses it"),
    OTHER_OUTPUT_FORM("strict output form not sent: the server refuses it; asked for it in another way"),
    NO_OUTPUT_FORM("output form only described in the prompt: the server refuses all others");

    private final String note;

    Adjustment(String note) {
        this.note = note;
    }

    String note() {
        return note;
    }

    /** Whether it makes a difference to a request. */
    boolean concerns(ChatRequest request) {
        Sampling sampling = request.sampling();
        return switch (this) {
            case NO_TEMPERATURE -> sampling.temperature() != null;
            case NO_SEED -> sampling.seed() != null;
            case NO_LOGPROBS -> sampling.topLogprobs() != null;
            case OTHER_OUTPUT_LIMIT, NO_OUTPUT_LIMIT -> sampling.maxOutputTokens() != null;
            case OTHER_OUTPUT_FORM, NO_OUTPUT_FORM -> request.output() != null;
        };
    }
}
