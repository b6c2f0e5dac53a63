package dev.junitllm.score.code;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import dev.junitllm.score.Score;
import dev.junitllm.score.ScoringException;

/** Cases with tests in their metadata. */
final class CodeCases {

    private CodeCases() {}

    static GoldenCase tested(String tests) {
        return tested(tests, "", "question");
    }

    static GoldenCase tested(String tests, String entryPoint, String prompt) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("test", tests);
        if (!entryPoint.isEmpty()) {
            metadata.put("entry_point", entryPoint);
        }
        return GoldenCase.builder("case-1", prompt)
                .metadata(metadata)
                .location("golden/a.jsonl:3")
                .build();
    }

    static Score score(CodeTests scorer, String code, String tests) throws ScoringException {
        return scorer.score(tested(tests), Actual.of(code));
    }

    static Score score(CodeTests scorer, String code, String tests, String entryPoint) throws ScoringException {
        return scorer.score(tested(tests, entryPoint, "question"), Actual.of(code));
    }
}
