package dev.junitllm.judge.cassette;

import dev.junitllm.CaseScope;
import dev.junitllm.Configuration;
import dev.junitllm.EndRemark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A run of one test in a folder, case by case. */
final class TestScope implements CaseScope, AutoCloseable {

    static final String TEST = "org.example.BotEvalTest#answers";
    static final String FILE = "src/test/llm-cassettes/org.example.BotEvalTest.answers.json";

    private final Path folder;
    private final Configuration configuration;
    private final Map<Class<?>, AutoCloseable> shared;
    private final List<EndRemark> remarks;
    private final String caseId;
    private final int sample;
    final List<String> noted = new CopyOnWriteArrayList<>();

    private TestScope(TestScope like, String caseId, int sample) {
        this.folder = like.folder;
        this.configuration = like.configuration;
        this.shared = like.shared;
        this.remarks = like.remarks;
        this.caseId = caseId;
        this.sample = sample;
    }

    TestScope(Path folder, Map<String, String> settings, Map<String, String> environment) {
        this.folder = folder;
        this.configuration = Configuration.of(key -> Optional.ofNullable(settings.get(key)), environment);
        this.shared = new ConcurrentHashMap<>();
        this.remarks = new CopyOnWriteArrayList<>();
        this.caseId = "";
        this.sample = 1;
    }

    static TestScope in(Path folder, String mode) {
        return new TestScope(folder, Map.of("junit.llm.cassette.mode", mode), Map.of());
    }

    TestScope ofCase(String id, int number) {
        return new TestScope(this, id, number);
    }

    Path file() {
        return folder.resolve(FILE);
    }

    /** What is said once the test has ended. */
    List<String> ended(boolean whole) {
        List<String> said = new ArrayList<>();
        remarks.forEach(remark -> said.add(remark.say(whole)));
        return said;
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public String test() {
        return TEST;
    }

    @Override
    public Optional<Path> moduleFolder() {
        return Optional.of(folder);
    }

    @Override
    public void whenEnded(EndRemark remark) {
        remarks.add(remark);
    }

    @Override
    public <T extends AutoCloseable> T shared(Class<T> key, Supplier<T> create) {
        return key.cast(shared.computeIfAbsent(key, type -> create.get()));
    }

    @Override
    public String caseId() {
        return caseId;
    }

    @Override
    public int sample() {
        return sample;
    }

    @Override
    public void replayed() {
        noted.add("replayed");
    }

    @Override
    public void unanswered(String kind, String message) {
        noted.add(kind + ": " + message);
    }

    @Override
    public void close() throws Exception {
        for (AutoCloseable one : shared.values()) {
            one.close();
        }
    }
}
