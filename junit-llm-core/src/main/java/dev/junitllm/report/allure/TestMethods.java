package dev.junitllm.report.allure;

import dev.junitllm.run.TestId;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The methods a {@link TestId} can mean: usually one, several where it is overloaded. */
final class TestMethods {

    private TestMethods() {}

    static List<Method> of(TestId test) {
        List<Method> methods = new ArrayList<>();
        for (Class<?> type = load(test.className()); type != null; type = type.getSuperclass()) {
            List<Method> declared = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> method.getName().equals(test.method()) && !method.isSynthetic())
                    .filter(method -> methods.stream().noneMatch(known -> overrides(known, method)))
                    .toList();
            methods.addAll(declared);
        }
        return methods;
    }

    /** Names under which Allure shows what was injected into the method: whole cases, and addresses in memory. */
    static Set<String> parameterNames(TestId test) {
        return of(test).stream()
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
    }

    private static boolean overrides(Method lower, Method upper) {
        return Arrays.equals(lower.getParameterTypes(), upper.getParameterTypes());
    }

    private static @Nullable Class<?> load(String className) {
        try {
            return Class.forName(className, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            return null; // such as a class of another loader: its parameters are shown as Allure shows them
        }
    }
}
