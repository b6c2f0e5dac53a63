package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One request and its answer. Immutable by convention: nobody changes the nodes.
 *
 * @param asked the request
 * @param reply the answer, without secrets
 */
record Recording(Asked asked, ObjectNode reply) {

    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("case", asked.caseId())
                .put("sample", asked.sample())
                .put("vote", asked.vote())
                .put("key", asked.key());
        json.set("request", asked.request());
        json.set("reply", reply);
        return json;
    }
}
