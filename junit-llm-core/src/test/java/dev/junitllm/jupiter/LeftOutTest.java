package dev.junitllm.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A sample that is not needed runs nothing of the user's, whatever the life of the test's instance. */
@ResourceLock("LeftOutTest")
class LeftOutTest {

    private static final List<String> RAN = new ArrayList<>();

    static class NeedsNone implements TestTemplateInvocationContextProvider, TestInstancePostProcessor {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return Stream.of(new TestTemplateInvocationContext() {
                @Override
                public List<Extension> getAdditionalExtensions() {
                    return List.of(new LeftOut("not needed"));
                }
            });
        }

        @Override
        public void postProcessTestInstance(Object instance, ExtensionContext context) {
            RAN.add("filled");
        }
    }

    @ExtendWith(NeedsNone.class)
    static class PerMethodTestCases {
        PerMethodTestCases() {
            RAN.add("made");
        }

        @BeforeEach
        void before() {
            RAN.add("before");
        }

        @TestTemplate
        void answers() {
            RAN.add("body");
        }
    }

    @ExtendWith(NeedsNone.class)
    static class OutsideTestCases {
        OutsideTestCases() {
            RAN.add("outside");
        }

        @Nested
        class Inside {
            Inside() {
                RAN.add("inside");
            }

            @BeforeEach
            void before() {
                RAN.add("before");
            }

            @TestTemplate
            void answers() {
                RAN.add("body");
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCases extends PerMethodTestCases {}

    @BeforeEach
    void nothingHasRun() {
        RAN.clear();
    }

    @Test
    void noInstanceIsMadeForIt() {
        assertThat(EvalTestKit.run(PerMethodTestCases.class).statuses())
                .containsOnly(java.util.Map.entry("[1]", "ABORTED"));
        assertThat(RAN).isEmpty();
    }

    /** JUnit makes what is around a nested test before it asks any extension of the test. */
    @Test
    void noNestedInstanceIsMadeForIt() {
        EvalTestKit.run(OutsideTestCases.class);

        assertThat(RAN).containsOnly("outside", "filled");
    }

    @Test
    void anInstanceThatIsThereAlreadyIsLeftAlone() {
        assertThat(EvalTestKit.run(PerClassTestCases.class).statuses())
                .containsOnly(java.util.Map.entry("[1]", "DISABLED"));
        assertThat(RAN).containsOnly("made", "filled");
    }

    @Test
    void conditionsThatAreSwitchedOffDontLetItRun() {
        EvalTestKit.with("junit.jupiter.conditions.deactivate", "*").execute(PerClassTestCases.class);

        assertThat(RAN).containsOnly("made", "filled");
    }
}
