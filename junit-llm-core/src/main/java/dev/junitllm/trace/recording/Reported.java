package dev.junitllm.trace.recording;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What objects of a provider's own module say, asked by the names of their methods: those modules are the user's, and their
 * classes not known here.
 */
public final class Reported {

    private Reported() {}

    /**
     * A value.
     *
     * @param object asked first; may be {@code null}
     * @param methods asked one after the other, each of what the one before has given
     * @return {@code null} where there is no such method on the way, or it gives nothing
     */
    public static @Nullable Object value(@Nullable Object object, String... methods) {
        Object value = object;
        for (String method : methods) {
            value = one(value, method);
        }
        return value;
    }

    private static @Nullable Object one(@Nullable Object object, String method) {
        try {
            Object value =
                    object == null ? null : object.getClass().getMethod(method).invoke(object);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null; // another provider's
        }
    }

    /**
     * A count.
     *
     * @param object asked first; may be {@code null}
     * @param methods asked one after the other, each of what the one before has given
     * @return {@code null} where there is none
     */
    public static @Nullable Long count(@Nullable Object object, String... methods) {
        return count(value(object, methods));
    }

    /**
     * A count.
     *
     * @param value anything
     * @return {@code null} where it is no number from 0
     */
    public static @Nullable Long count(@Nullable Object value) {
        return value instanceof Number number && number.longValue() >= 0 ? number.longValue() : null;
    }

    /**
     * The first count that is known.
     *
     * @param counts in the order of preference
     * @return {@code null} where none is
     */
    public static @Nullable Long first(@Nullable Long... counts) {
        for (Long count : counts) {
            if (count != null) {
                return count;
            }
        }
        return null;
    }

    /**
     * All input tokens of a provider that counts those of its cache apart, such as Anthropic.
     *
     * @param others those that have to do with no cache
     * @param read those read from the cache
     * @param written those written to it
     * @return the sum; {@code null} where the first isn't known
     */
    public static @Nullable Long withCache(@Nullable Long others, @Nullable Long read, @Nullable Long written) {
        return others == null ? null : others + (read == null ? 0 : read) + (written == null ? 0 : written);
    }
}
