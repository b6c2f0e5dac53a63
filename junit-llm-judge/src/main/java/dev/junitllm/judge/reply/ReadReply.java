package dev.junitllm.judge.reply;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A reply that was read.
 *
 * @param value the JSON object
 * @param fenced whether it stood in a Markdown code fence
 */
public record ReadReply(JsonNode value, boolean fenced) {

    /**
     * Checks what it is made of.
     *
     * @param value the JSON object
     * @param fenced whether it stood in a Markdown code fence
     */
    public ReadReply {}
}
