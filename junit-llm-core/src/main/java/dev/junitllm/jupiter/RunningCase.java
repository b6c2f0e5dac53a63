package dev.junitllm.jupiter;

import dev.junitllm.CaseScope;
import dev.junitllm.Configuration;
import dev.junitllm.EndRemark;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A case, as its test body sees it.
 *
 * @param method the run as the method sees it
 * @param caseId the case's id
 * @param run what happens to the case
 */
record RunningCase(MethodScope method, String caseId, CaseRun run) implements CaseScope {

    @Override
    public int sample() {
        return run.actual().sample();
    }

    @Override
    public void replayed() {
        run.replayed();
    }

    @Override
    public void unanswered(String kind, String message) {
        run.unanswered(kind, message);
    }

    @Override
    public Configuration configuration() {
        return method.configuration();
    }

    @Override
    public String test() {
        return method.test();
    }

    @Override
    public Optional<Path> moduleFolder() {
        return method.moduleFolder();
    }

    @Override
    public void whenEnded(EndRemark remark) {
        method.whenEnded(remark);
    }

    @Override
    public void keep(String name, Supplier<Map<String, Object>> fact) {
        method.keep(name, fact);
    }

    @Override
    public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
        return method.shared(key, create);
    }
}
