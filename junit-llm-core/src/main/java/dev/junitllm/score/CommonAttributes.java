package dev.junitllm.score;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/**
 * The attributes that scoring annotations have in common. An annotation of the user's may have any of them; one that it
 * lacks is as if nobody had set it.
 *
 * @param name what the score is called, or empty for the scorer's own name
 * @param atLeast the bar, or {@link Bar#UNSET}
 * @param recordOnly whether there is no bar
 * @param negate whether the opposite is scored
 * @param group the {@link ScoreGroup} it belongs to, or empty
 * @param weight how much it counts in its group
 */
record CommonAttributes(String name, double atLeast, boolean recordOnly, boolean negate, String group, double weight) {

    static CommonAttributes of(Annotation annotation) {
        return new CommonAttributes(
                read(annotation, "name", String.class, ""),
                read(annotation, "atLeast", Double.class, Bar.UNSET),
                read(annotation, "recordOnly", Boolean.class, false),
                read(annotation, "negate", Boolean.class, false),
                read(annotation, "group", String.class, ""),
                read(annotation, "weight", Double.class, 1.0));
    }

    private static <T> T read(Annotation annotation, String attribute, Class<T> type, T unset) {
        try {
            Method method = annotation.annotationType().getDeclaredMethod(attribute);
            method.setAccessible(true); // the annotation may be private to a test
            Object value = method.invoke(annotation);
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException("attribute '%s' of a scoring annotation must be a %s, unlike %s"
                        .formatted(
                                attribute,
                                type.getSimpleName(),
                                method.getReturnType().getSimpleName()));
            }
            return type.cast(value);
        } catch (NoSuchMethodException e) {
            return unset;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("attribute '%s' of %s can't be read".formatted(attribute, annotation), e);
        }
    }

    boolean hasBar() {
        return !Double.isNaN(atLeast);
    }

    /** Refuses what can't be meant. */
    CommonAttributes checked() {
        if (hasBar() && !(atLeast >= 0 && atLeast <= 1)) {
            throw new IllegalArgumentException("atLeast = %s: a bar lies from 0 to 1".formatted(atLeast));
        }
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight = %s: a weight is above 0".formatted(weight));
        }
        if (group.isEmpty() && weight != 1) {
            throw new IllegalArgumentException(
                    "weight = %s counts in a group only: name it (group = \"…\"), and add @ScoreGroup"
                            .formatted(weight));
        }
        if (!group.isEmpty() && recordOnly) {
            throw new IllegalArgumentException(
                    "group = \"%s\" with recordOnly: what is only recorded can't count in a group".formatted(group));
        }
        return this;
    }
}
