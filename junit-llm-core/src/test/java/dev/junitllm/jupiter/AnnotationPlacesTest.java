package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.score.ReferenceScore;
import dev.junitllm.score.ScoredBy;
import dev.junitllm.score.text.Contains;
import dev.junitllm.score.text.ExactMatch;
import dev.junitllm.score.text.TokenF1;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Crosses each place an annotation may stand in with single and repeated use. */
@SuppressWarnings("ClassCanBeStatic") // inner classes are what is tested
class AnnotationPlacesTest {

    static class OnMethod {
        @ReferenceScore(ExactMatch.class)
        void single() {}

        @ReferenceScore(ExactMatch.class)
        @ReferenceScore(TokenF1.class)
        void repeated() {}
    }

    @ReferenceScore(ExactMatch.class)
    static class OnClassSingle {
        void single() {}
    }

    @ReferenceScore(ExactMatch.class)
    @ReferenceScore(TokenF1.class)
    static class OnClassRepeated {
        void repeated() {}
    }

    static class OnSuperClassSingle extends OnClassSingle {
        @Override
        void single() {}
    }

    static class OnSuperClassRepeated extends OnClassRepeated {
        @Override
        void repeated() {}
    }

    static class InheritedMethodSingle extends OnClassSingle {}

    static class InheritedMethodRepeated extends OnClassRepeated {}

    @ReferenceScore(ExactMatch.class)
    interface SingleFace {}

    @ReferenceScore(ExactMatch.class)
    @ReferenceScore(TokenF1.class)
    interface RepeatedFace {}

    interface SingleFaceBelow extends SingleFace {}

    static class OnInterfaceSingle implements SingleFaceBelow {
        void single() {}
    }

    static class OnInterfaceRepeated implements RepeatedFace {
        void repeated() {}
    }

    @ReferenceScore(ExactMatch.class)
    static class EnclosingSingle {
        class Inner {
            void single() {}
        }

        static class Nested {
            void single() {}
        }
    }

    @ReferenceScore(ExactMatch.class)
    @ReferenceScore(TokenF1.class)
    static class EnclosingRepeated {
        class Inner {
            void repeated() {}
        }
    }

    @ReferenceScore(ExactMatch.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Composed {}

    @ReferenceScore(ExactMatch.class)
    @ReferenceScore(TokenF1.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ComposedOfTwo {}

    @ComposedOfTwo
    @Retention(RetentionPolicy.RUNTIME)
    @interface ComposedTwice {}

    static class OnComposed {
        @Composed
        void single() {}

        @ComposedOfTwo
        void repeated() {}
    }

    static class OnComposedTwice {
        @ComposedTwice
        void repeated() {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface UsersOwnContainer {
        ReferenceScore[] value();
    }

    static class InUsersOwnContainer {
        @UsersOwnContainer(@ReferenceScore(ExactMatch.class))
        void single() {}

        @UsersOwnContainer({@ReferenceScore(ExactMatch.class), @ReferenceScore(TokenF1.class)})
        void repeated() {}
    }

    static Stream<Arguments> single() {
        return Stream.of(
                        OnMethod.class,
                        OnClassSingle.class,
                        OnSuperClassSingle.class,
                        InheritedMethodSingle.class,
                        OnInterfaceSingle.class,
                        EnclosingSingle.Inner.class,
                        OnComposed.class,
                        InUsersOwnContainer.class)
                .map(Arguments::of);
    }

    static Stream<Arguments> repeated() {
        return Stream.of(
                        OnMethod.class,
                        OnClassRepeated.class,
                        OnSuperClassRepeated.class,
                        InheritedMethodRepeated.class,
                        OnInterfaceRepeated.class,
                        EnclosingRepeated.Inner.class,
                        OnComposed.class,
                        OnComposedTwice.class,
                        InUsersOwnContainer.class)
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("single")
    void findsTheOne(Class<?> type) {
        assertThat(metrics(find("single", type))).containsExactly(ExactMatch.class);
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void findsBothInTheirOrder(Class<?> type) {
        assertThat(metrics(find("repeated", type))).containsExactly(ExactMatch.class, TokenF1.class);
    }

    @Test
    void aStaticNestedClassStandsAloneAsInJUnit() {
        assertThat(find("single", EnclosingSingle.Nested.class)).isEmpty();
    }

    @ReferenceScore(ExactMatch.class)
    static class Levels {
        @ReferenceScore(TokenF1.class)
        void adding() {}

        @ReferenceScore(ExactMatch.class)
        void equal() {}

        @ReferenceScore(value = ExactMatch.class, atLeast = 0.5)
        void different() {}
    }

    @Test
    void levelsAddUpTheMethodsOwnFirst() {
        assertThat(metrics(find("adding", Levels.class))).containsExactly(TokenF1.class, ExactMatch.class);
    }

    @Test
    void equalAnnotationsCountOnce() {
        assertThat(find("equal", Levels.class)).hasSize(1);
        assertThat(find("different", Levels.class)).hasSize(2);
    }

    @ReferenceScore(Contains.class)
    static class Outer {
        @ReferenceScore(TokenF1.class)
        class Middle {
            @ReferenceScore(ExactMatch.class)
            class Inner {
                @ReferenceScore(ExactMatch.Folded.class)
                void method() {}
            }
        }
    }

    @Test
    void everyEnclosingTestClassAddsItsOwn() {
        assertThat(metrics(find("method", Outer.Middle.Inner.class)))
                .containsExactly(ExactMatch.Folded.class, ExactMatch.class, TokenF1.class, Contains.class);
    }

    private static List<Annotation> find(String name, Class<?> type) {
        Method method = Stream.<Class<?>>iterate(type, above -> above != null, Class::getSuperclass)
                .flatMap(above -> Arrays.stream(above.getDeclaredMethods()))
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return MarkedAnnotations.find(ScoredBy.class, method, type);
    }

    private static List<Class<?>> metrics(List<Annotation> annotations) {
        return annotations.stream()
                .<Class<?>>map(annotation -> ((ReferenceScore) annotation).value())
                .toList();
    }
}
