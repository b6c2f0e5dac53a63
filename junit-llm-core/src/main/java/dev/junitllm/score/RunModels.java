package dev.junitllm.score;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The models of one kind that scoring annotations name by {@code model = …}: a class of the user's, or the configured one where they
 * name none. Each is made once per run and closed with it, where it can be closed. Safe for use by several threads.
 *
 * @param <M> the kind of model
 */
@SuppressWarnings("try") // closing may throw whatever a model of the user's throws
public final class RunModels<M> implements AutoCloseable {

    private final Class<M> kind;
    private final Map<Class<? extends M>, M> made = new LinkedHashMap<>();

    /**
     * No models yet.
     *
     * @param kind the kind of model, which stands for the configured one
     */
    public RunModels(Class<M> kind) {
        this.kind = kind;
    }

    /**
     * The model of an annotation.
     *
     * @param type the class it names, or the kind itself
     * @param configured makes the configured model, where it is asked for the first time
     * @return the model, made at the first call
     * @throws IllegalArgumentException where the class can't be made; what its constructor throws is the cause
     */
    public M of(Class<? extends M> type, Supplier<? extends M> configured) {
        return type == kind ? made(type, configured) : own(type);
    }

    /**
     * The model of a class of the user's.
     *
     * @param type the class
     * @return the model, made at the first call
     * @throws IllegalArgumentException where the class can't be made; what its constructor throws is the cause
     */
    public M own(Class<? extends M> type) {
        return made(type, () -> instantiate(type));
    }

    private synchronized M made(Class<? extends M> type, Supplier<? extends M> make) {
        M known = made.get(type);
        if (known != null) {
            return known;
        }
        M model = make.get();
        made.put(type, model);
        return model;
    }

    private static <T> T instantiate(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "the constructor of model = %s failed: %s".formatted(type.getName(), e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "model = %s: it must be a class (static where nested) with a constructor without parameters"
                            .formatted(type.getName()),
                    e);
        }
    }

    @Override
    public synchronized void close() throws Exception {
        Exception first = null;
        for (M model : made.values()) {
            try {
                if (model instanceof AutoCloseable closeable) {
                    closeable.close();
                }
            } catch (Exception e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        made.clear();
        if (first != null) {
            throw first;
        }
    }
}
