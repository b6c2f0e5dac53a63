package dev.junitllm.judge.cassette;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.junitllm.CaseScope;
import dev.junitllm.trace.Redactor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.Request;

/** What one case asks by HTTP, call by call. Safe for use by several threads. */
final class CaseTape {

    private final CaseScope scope;
    private final Map<String, Integer> asked = new HashMap<>();

    CaseTape(CaseScope scope) {
        this.scope = scope;
    }

    CaseScope scope() {
        return scope;
    }

    Redactor redactor() {
        return Cassettes.of(scope).redactor();
    }

    /** The request as it is known; of several equal ones each is another. Empty where its body can't be looked at. */
    Optional<Asked> asked(Request request) throws IOException {
        Optional<ObjectNode> json = HttpQuestion.of(request, redactor());
        if (json.isEmpty()) {
            return Optional.empty();
        }
        Asked first = Asked.of(redactor().redact(scope.caseId()), scope.sample(), 1, json.get());
        int number;
        synchronized (asked) {
            number = asked.merge(first.key(), 1, Integer::sum);
        }
        return Optional.of(number == 1 ? first : Asked.of(first.caseId(), first.sample(), number, first.request()));
    }
}
