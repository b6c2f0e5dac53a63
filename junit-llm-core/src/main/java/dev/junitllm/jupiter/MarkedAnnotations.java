package dev.junitllm.jupiter;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the annotations that carry a marker: on a method, its class, super classes, interfaces and enclosing test
 * classes; directly, repeated inside any container, or through composed annotations. Equal ones count once. JUnit's own
 * support returns the marker rather than the annotation, and loses repeated ones.
 */
final class MarkedAnnotations {

    private final Predicate<Class<? extends Annotation>> wanted;
    private final Set<Annotation> found = new LinkedHashSet<>();

    private MarkedAnnotations(Predicate<Class<? extends Annotation>> wanted) {
        this.wanted = wanted;
    }

    static List<Annotation> find(Class<? extends Annotation> marker, Method method, Class<?> testClass) {
        return search(type -> type.isAnnotationPresent(marker), places(method, testClass));
    }

    /** The annotations of one type, found in the same places the same way. */
    static <A extends Annotation> List<A> ofType(Class<A> type, Method method, Class<?> testClass) {
        return search(type::equals, places(method, testClass)).stream()
                .map(type::cast)
                .toList();
    }

    /** Those of one type that stand on the method alone. */
    static <A extends Annotation> List<A> ofTypeOn(Method method, Class<A> type) {
        return search(type::equals, List.of(method)).stream().map(type::cast).toList();
    }

    /** What stands on the method alone. */
    static List<Annotation> on(Method method, Class<? extends Annotation> marker) {
        return search(type -> type.isAnnotationPresent(marker), List.of(method));
    }

    private static List<Annotation> search(
            Predicate<Class<? extends Annotation>> wanted, List<? extends AnnotatedElement> places) {
        MarkedAnnotations search = new MarkedAnnotations(wanted);
        places.forEach(place -> search.collect(place, new HashSet<>()));
        return List.copyOf(search.found);
    }

    /** Everything whose annotations hold for a method, nearest first. */
    static List<AnnotatedElement> places(Method method, Class<?> testClass) {
        Set<AnnotatedElement> places = new LinkedHashSet<>();
        places.add(method);
        for (Class<?> type = testClass; type != null; type = enclosing(type)) {
            addHierarchy(type, places);
        }
        addHierarchy(method.getDeclaringClass(), places);
        return new ArrayList<>(places);
    }

    private static void addHierarchy(Class<?> type, Set<AnnotatedElement> places) {
        for (Class<?> above = type; above != null && above != Object.class; above = above.getSuperclass()) {
            places.add(above);
        }
        for (Class<?> above = type; above != null; above = above.getSuperclass()) {
            for (Class<?> face : above.getInterfaces()) {
                addHierarchy(face, places);
            }
        }
    }

    /** Only an inner class is part of the test class around it; a static nested one stands alone, as in JUnit. */
    private static @org.jspecify.annotations.Nullable Class<?> enclosing(Class<?> type) {
        for (Class<?> above = type; above != null && above != Object.class; above = above.getSuperclass()) {
            if (above.isMemberClass() && !Modifier.isStatic(above.getModifiers())) {
                return above.getEnclosingClass();
            }
        }
        return null;
    }

    private void collect(AnnotatedElement element, Set<Class<?>> visited) {
        for (Annotation annotation : element.getDeclaredAnnotations()) {
            collect(annotation, visited);
        }
    }

    private void collect(Annotation annotation, Set<Class<?>> visited) {
        Class<? extends Annotation> type = annotation.annotationType();
        if (wanted.test(type)) {
            found.add(annotation);
        } else if (!type.getName().startsWith("java.lang.annotation.")) {
            contained(annotation).forEach(inside -> collect(inside, visited));
            if (visited.add(type)) {
                collect(type, visited);
            }
        }
    }

    private static List<Annotation> contained(Annotation container) {
        try {
            Method value = container.annotationType().getDeclaredMethod("value");
            value.setAccessible(true);
            return value.invoke(container) instanceof Annotation[] annotations ? List.of(annotations) : List.of();
        } catch (NoSuchMethodException e) {
            return List.of();
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("annotation " + container + " can't be read", e);
        }
    }
}
