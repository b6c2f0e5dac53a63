package dev.junitllm;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a step, an event or a process, by name and in the order it was said. Immutable, so that it is never copied
 * again: spans are passed on far more often than changed.
 */
public final class SpanAttributes extends AbstractMap<String, Object> {

    private static final SpanAttributes NONE = new SpanAttributes(new LinkedHashMap<>());

    private final Map<String, Object> said;

    /** Made when it is first asked for, as that of a text is: spans are grouped by what their process says of itself. */
    private int hash;

    private SpanAttributes(Map<String, Object> said) {
        this.said = said;
    }

    /**
     * Copies attributes.
     *
     * @param attributes texts, longs, doubles, booleans, or lists of one of these, by name
     * @return the same in the same order; itself where it is one of these already
     */
    public static SpanAttributes copyOf(Map<String, Object> attributes) {
        if (attributes instanceof SpanAttributes same) {
            return same;
        }
        return attributes.isEmpty() ? NONE : new SpanAttributes(new LinkedHashMap<>(attributes));
    }

    /**
     * Begins to put attributes together.
     *
     * @return a builder without any
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public @Nullable Object get(Object name) {
        return said.get(name);
    }

    @Override
    public boolean containsKey(Object name) {
        return said.containsKey(name);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        said.forEach(action);
    }

    @Override
    public int size() {
        return said.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return Collections.unmodifiableMap(said).entrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = said.hashCode();
        }
        return hash;
    }

    /** Puts attributes together. For one thread, and for one {@link #build}. */
    public static final class Builder {

        private @Nullable Map<String, Object> said = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Says something; what was said before under the name is forgotten.
         *
         * @param name the attribute's name
         * @param value a text, long, double or boolean, or a list of one of these
         * @return this
         * @throws IllegalStateException where the attributes have been built
         */
        public Builder put(String name, Object value) {
            open().put(name, value);
            return this;
        }

        /**
         * Ends this.
         *
         * @return what was said
         * @throws IllegalStateException where the attributes have been built before
         */
        public SpanAttributes build() {
            SpanAttributes built = open().isEmpty() ? NONE : new SpanAttributes(open());
            said = null;
            return built;
        }

        private Map<String, Object> open() {
            if (said == null) {
                throw new IllegalStateException("these attributes have been built, and can't be changed any more");
            }
            return said;
        }
    }
}
