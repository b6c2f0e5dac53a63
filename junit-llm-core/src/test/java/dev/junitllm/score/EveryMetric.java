package dev.junitllm.score;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.junitllm.MainClasses;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every metric that needs no options, found on the class path: a new one is held to the same properties unasked. */
final class EveryMetric {

    private static final String ROOMS = "dev.junitllm.score";

    /** These run programs, which is no way to spend random text. */
    private static final String CODE = ROOMS + ".code";

    private static final class Found {
        static final List<Class<?>> TYPES = find();
    }

    private EveryMetric() {}

    /** The classes, by name. */
    static List<Class<?>> types() {
        return Found.TYPES;
    }

    private static List<Class<?>> find() {
        return new ClassFileImporter()
                .withImportOption(new MainClasses()).importPackages(ROOMS).stream()
                        .filter(type -> type.isAssignableTo(Scorer.class))
                        .filter(type ->
                                !type.isInterface() && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                        .filter(type -> !type.getPackageName().startsWith(CODE))
                        .filter(type -> type.tryGetConstructor().isPresent())
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }

    /** One of each. */
    static Stream<Scorer> all() {
        return types().stream().map(EveryMetric::make);
    }

    static Scorer make(Class<?> type) {
        return ScorerInstantiation.of(type.asSubclass(Scorer.class));
    }
}
