package dev.junitllm.trace;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Passes calls on to an object, and makes steps of those that are {@link Traced}. Thread-safe where the object is. */
final class TracedBean implements InvocationHandler {

    private static final Object[] NONE = {};

    private final Object bean;
    private final Class<?> type;
    private final Map<Method, Optional<TracedMethod>> methods = new ConcurrentHashMap<>();

    private TracedBean(Object bean, Class<?> type) {
        this.bean = bean;
        this.type = type;
    }

    static <T> T wrap(T bean, Class<T> type) {
        if (!type.isInterface()) {
            throw new IllegalArgumentException(
                    "only calls through an interface can be traced, and " + type.getName() + " is none");
        }
        if (Arrays.stream(type.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .noneMatch(method -> TracedMethod.of(method, type).isPresent())) {
            throw new IllegalArgumentException("nothing of " + type.getName()
                    + " would be traced: put @Traced on the interface, or on methods of it");
        }
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new TracedBean(bean, type)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] given) throws Throwable {
        Object[] arguments = given == null ? NONE : given;
        if (method.getDeclaringClass() == Object.class) {
            return method.getName().equals("equals") ? isEqual(arguments[0]) : call(method, arguments);
        }
        Optional<TracedMethod> traced = methods.computeIfAbsent(method, key -> TracedMethod.of(key, type));
        return traced.isPresent() ? traced(traced.get(), method, arguments) : call(method, arguments);
    }

    /** Two that wrap the same are the same, as their hash codes say. */
    private boolean isEqual(@Nullable Object other) {
        boolean isWrapped = other != null
                && Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(other) instanceof TracedBean;
        return bean.equals(isWrapped ? ((TracedBean) Proxy.getInvocationHandler(other)).bean : other);
    }

    private @Nullable Object traced(TracedMethod traced, Method method, Object[] arguments) throws Throwable {
        LlmSpan span = traced.begin(arguments);
        boolean isToEnd = true;
        try {
            Object result = call(method, arguments);
            if (result instanceof CompletionStage<?> stage) {
                isToEnd = false;
                stage.whenComplete((value, thrown) -> end(span, value, thrown));
                return result;
            }
            if (result instanceof Future<?> future && method.getReturnType() == Future.class) {
                isToEnd = false;
                return new TracedFuture<>(future, (value, thrown) -> end(span, value, thrown));
            }
            if (result != null) {
                span.returned(result);
            }
            return result;
        } catch (Throwable e) {
            span.error(e);
            throw e;
        } finally {
            span.leave();
            if (isToEnd) {
                span.end();
            }
        }
    }

    private static void end(LlmSpan span, @Nullable Object value, @Nullable Throwable thrown) {
        if (thrown != null) {
            span.error(thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown);
        } else if (value != null) {
            span.returned(value);
        }
        span.end();
    }

    private @Nullable Object call(Method method, Object[] arguments) throws Throwable {
        try {
            method.trySetAccessible(); // the interface needn't be public
            return method.invoke(bean, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }
}
