package dev.junitllm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanAttributesTest {

    @Test
    void keepsTheOrderAndNothingElseOfWhatItWasMadeOf() {
        Map<String, Object> original = new LinkedHashMap<>();
        original.put("z", 1L);
        original.put("a", "text");
        Map<String, Object> copy = SpanAttributes.copyOf(original);

        original.put("later", true);

        assertThat(copy.keySet()).containsExactly("z", "a");
        assertThat(copy.get("a")).isEqualTo("text");
        assertThat(copy.containsKey("later")).isFalse();
        assertThat(copy).isEqualTo(Map.of("z", 1L, "a", "text")).hasSameHashCodeAs(Map.of("z", 1L, "a", "text"));
    }

    @Test
    void isTheSameWhenCopiedAgain() {
        Map<String, Object> copy = SpanAttributes.copyOf(Map.of("a", 1L));

        assertThat(SpanAttributes.copyOf(copy)).isSameAs(copy);
    }

    @Test
    void cannotBeChanged() {
        Map<String, Object> copy = SpanAttributes.copyOf(Map.of("a", 1L));

        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> copy.put("b", 2L));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(copy::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> copy.entrySet().iterator().next().setValue(2L));
        assertThat(copy).containsOnly(Map.entry("a", 1L));
    }

    @Test
    void areBuiltInTheOrderTheyAreSaidIn() {
        SpanAttributes built = SpanAttributes.builder()
                .put("z", 1L)
                .put("a", "first")
                .put("a", "last")
                .build();

        assertThat(built.toString()).isEqualTo("{z=1, a=last}");
        assertThat(SpanAttributes.copyOf(built)).isSameAs(built);
        assertThat(SpanAttributes.builder().build()).isEmpty();
    }

    @Test
    void cannotBeChangedByWhoHasBuiltThem() {
        SpanAttributes.Builder builder = SpanAttributes.builder().put("a", 1L);
        SpanAttributes built = builder.build();

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> builder.put("b", 2L));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(builder::build);
        assertThat(built).containsOnly(Map.entry("a", 1L));
    }
}
