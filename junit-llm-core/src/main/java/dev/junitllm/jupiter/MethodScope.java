package dev.junitllm.jupiter;

import dev.junitllm.Configuration;
import dev.junitllm.EndRemark;
import dev.junitllm.RunScope;
import dev.junitllm.run.RunFacts;
import dev.junitllm.run.TestId;
import dev.junitllm.run.TestModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * The run, as the scorers and gates of one method see it.
 *
 * @param run what is shared
 * @param id whose scorers and gates they are
 * @param module where the method's class lies
 * @param remarks what is to be said when the method has ended
 * @param facts what is to be kept of it
 */
record MethodScope(RunScope run, TestId id, TestModule module, List<EndRemark> remarks, RunFacts facts)
        implements RunScope {

    static MethodScope of(RunScope run, TestId id, TestModule module) {
        return new MethodScope(run, id, module, new CopyOnWriteArrayList<>(), new RunFacts());
    }

    @Override
    public Configuration configuration() {
        return run.configuration();
    }

    @Override
    public String test() {
        return id.className() + "#" + id.method();
    }

    @Override
    public Optional<Path> moduleFolder() {
        return Optional.of(module.folder());
    }

    @Override
    public void whenEnded(EndRemark remark) {
        remarks.add(remark);
    }

    @Override
    public void keep(String name, Supplier<Map<String, Object>> fact) {
        facts.keep(name, fact);
    }

    /** What there is to say now that the method has ended. */
    List<String> said(boolean whole) {
        return remarks.stream()
                .map(remark -> remark.say(whole))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    @Override
    public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
        return run.shared(key, create);
    }
}
