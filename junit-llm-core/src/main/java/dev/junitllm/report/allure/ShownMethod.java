package dev.junitllm.report.allure;

import dev.junitllm.run.TestId;
import io.qameta.allure.model.TestResult;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which method a result of Allure's listener is of. The names that golden sets are filed under needn't be the method's. */
final class ShownMethod {

    private static final String CLASS = "testClass";

    private static final String METHOD = "testMethod";

    private ShownMethod() {}

    /** Whether a result is one invocation of a test. */
    static boolean isInvocation(TestResult shown, TestId test) {
        return Labels.value(shown, Labels.UNIQUE_ID)
                .map(id -> id.startsWith(test.uniqueId() + "/"))
                .orElseGet(() -> isNamed(shown, test));
    }

    /** Whether a result is what JUnit says of a test as a whole. */
    static boolean isContainer(TestResult shown, TestId test) {
        return Labels.value(shown, Labels.UNIQUE_ID)
                .map(test.uniqueId()::equals)
                .orElseGet(() -> isNamed(shown, test));
    }

    private static boolean isNamed(TestResult shown, TestId test) {
        return Optional.of(test.className()).equals(Labels.value(shown, CLASS))
                && Optional.of(test.method()).equals(Labels.value(shown, METHOD));
    }

    /**
     * Names under which Allure shows what was injected into the method: whole cases, and addresses in memory. Where the
     * method is overloaded, those of all overloads.
     */
    static Set<String> parameterNames(TestResult shown) {
        String name = Labels.value(shown, METHOD).orElse("");
        return Stream.<Class<?>>iterate(
                        Labels.value(shown, CLASS).map(ShownMethod::load).orElse(null),
                        type -> type != null,
                        Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(name) && !method.isSynthetic())
                .map(Method::getParameters)
                .flatMap(Arrays::stream)
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    private static @Nullable Class<?> load(String className) {
        try {
            return Class.forName(className, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // such as a class of another loader: its parameters are shown as Allure shows them
        }
    }
}
