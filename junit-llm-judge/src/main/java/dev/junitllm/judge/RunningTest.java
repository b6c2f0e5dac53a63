package dev.junitllm.judge;

import java.lang.StackWalker.StackFrame;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the test that runs on a thread, by its stack: no framework tells a scorer that is used in a plain test. A test is a method
 * with an annotation that JUnit's {@code @Testable} is on, directly or through others.
 */
final class RunningTest {

    private static final String TESTABLE = "org.junit.platform.commons.annotation.Testable";

    private RunningTest() {}

    /** The class that declares it; empty on a thread of somebody else's. */
    static Optional<Class<?>> testClass() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(RunningTest::isTest)
                        .<Class<?>>map(StackFrame::getDeclaringClass)
                        .findFirst());
    }

    private static boolean isTest(StackFrame frame) {
        try {
            Method method = frame.getDeclaringClass()
                    .getDeclaredMethod(
                            frame.getMethodName(), frame.getMethodType().parameterArray());
            return isTestable(method.getAnnotations(), new HashSet<>());
        } catch (NoSuchMethodException | LinkageError e) {
            return false; // a constructor or an initializer, or a class that can't be looked at
        }
    }

    private static boolean isTestable(Annotation[] annotations, Set<Class<?>> seen) {
        return Arrays.stream(annotations)
                .map(Annotation::annotationType)
                .anyMatch(type ->
                        type.getName().equals(TESTABLE) || (seen.add(type) && isTestable(type.getAnnotations(), seen)));
    }
}
