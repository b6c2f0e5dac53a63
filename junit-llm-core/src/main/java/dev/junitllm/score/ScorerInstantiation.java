package dev.junitllm.score;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;

/** Makes scorers out of the classes that annotations and assertions name. */
public final class ScorerInstantiation {

    private ScorerInstantiation() {}

    /**
     * Makes a scorer.
     *
     * @param type a scorer with a constructor without parameters
     * @return the scorer
     * @throws IllegalArgumentException saying what the class lacks, where it can't be made
     */
    public static Scorer of(Class<? extends Scorer> type) {
        try {
            Constructor<? extends Scorer> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "the constructor of scorer %s failed: %s".formatted(type.getName(), e.getCause()), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "%s can't be used as a scorer: it must be a class (static where nested) with a constructor without parameters"
                            .formatted(type.getName()),
                    e);
        }
    }
}
