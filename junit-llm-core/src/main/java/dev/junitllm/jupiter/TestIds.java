package dev.junitllm.jupiter;

import dev.junitllm.run.TestId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Names a golden-set method for reports and files. */
final class TestIds {

    /** Class templates (JUnit 5.13 and later) run one class several times. */
    private static final Pattern CLASS_TEMPLATE = Pattern.compile("\\[class-template-invocation:#(\\d+)]");

    private TestIds() {}

    /** The test of a method, seen from the context of the method itself rather than that of a case. */
    static TestId of(ExtensionContext context) {
        String name = AnnotationSupport.findAnnotation(context.getTestMethod(), GoldenSet.class)
                .map(GoldenSet::name)
                .filter(text -> !text.isBlank())
                .orElseGet(() -> context.getRequiredTestMethod().getName());
        Matcher invocation = CLASS_TEMPLATE.matcher(context.getUniqueId());
        String suffix =
                invocation.results().map(match -> "[" + match.group(1) + "]").collect(Collectors.joining());
        return new TestId(className(context), name + suffix, context.getUniqueId());
    }

    /** A nested class may be inherited by several test classes: its name begins with the one that runs. */
    private static String className(ExtensionContext context) {
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Optional<ExtensionContext> above = Optional.of(context);
                above.isPresent();
                above = above.get().getParent()) {
            above.get()
                    .getTestClass()
                    .filter(type -> type != classes.peekFirst())
                    .ifPresent(classes::addFirst);
        }
        return classes.removeFirst().getName()
                + classes.stream().map(type -> "$" + type.getSimpleName()).collect(Collectors.joining());
    }
}
