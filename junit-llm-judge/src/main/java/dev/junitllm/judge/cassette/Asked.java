package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Sha256;

/**
 * A request as a cassette knows it: everything that decides the answer, without secrets, nonce, headers and times.
 *
 * @param caseId for which case it was made; not part of what identifies it
 * @param sample for which sample of the case, from 1
 * @param vote which one of equal requests for the sample it is, from 1
 * @param request what is asked
 * @param key identifies sample, vote and request
 */
record Asked(String caseId, int sample, int vote, ObjectNode request, String key) {

    /** Of a request as it comes back from a file: see {@link CassetteJson#settled}. */
    static Asked of(String caseId, int sample, int vote, ObjectNode settled) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("sample", sample).put("vote", vote).set("request", settled);
        String key = Sha256.begin().add(CassetteJson.canonical(all)).hex();
        return new Asked(caseId, sample, vote, settled, key);
    }
}
