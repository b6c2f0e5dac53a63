package dev.junitllm;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** An immutable copy of a map in its order. Copying one gives the same one: spans are passed on far more often than changed. */
final class OrderedCopy extends AbstractMap<String, Object> {

    private static final OrderedCopy EMPTY = new OrderedCopy(new LinkedHashMap<>());

    private final Map<String, Object> content;

    private OrderedCopy(Map<String, Object> content) {
        this.content = Collections.unmodifiableMap(content);
    }

    static Map<String, Object> of(Map<String, Object> map) {
        if (map instanceof OrderedCopy) {
            return map;
        }
        return map.isEmpty() ? EMPTY : new OrderedCopy(new LinkedHashMap<>(map));
    }

    @Override
    public @Nullable Object get(Object key) {
        return content.get(key);
    }

    @Override
    public boolean containsKey(Object key) {
        return content.containsKey(key);
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super Object> action) {
        content.forEach(action);
    }

    @Override
    public int size() {
        return content.size();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return content.entrySet();
    }
}
