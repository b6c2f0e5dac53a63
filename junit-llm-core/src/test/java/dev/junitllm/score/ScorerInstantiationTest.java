package dev.junitllm.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.junitllm.Actual;
import dev.junitllm.GoldenCase;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorerInstantiationTest {

    static class Good implements Scorer {
        @Override
        public Score score(GoldenCase golden, Actual actual) {
            return Score.of(1);
        }

        @Override
        public ScorerDescription describe() {
            return ScorerDescription.of("good");
        }
    }

    static class Failing extends Good {
        Failing() {
            throw new IllegalStateException("no key");
        }
    }

    static class Demanding extends Good {
        Demanding(String unused) {}
    }

    abstract static class Unfinished extends Good {}

    @SuppressWarnings("ClassCanBeStatic")
    class Inner extends Good {}

    @Test
    void makesAScorerOfAClassThatIsNotPublic() {
        assertThat(ScorerInstantiation.of(Good.class)).isInstanceOf(Good.class);
    }

    @Test
    void saysWhyAScorerCantBeMade() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScorerInstantiation.of(Failing.class))
                .withMessage("the constructor of scorer " + Failing.class.getName()
                        + " failed: java.lang.IllegalStateException: no key");
        for (Class<? extends Scorer> type :
                List.<Class<? extends Scorer>>of(Demanding.class, Unfinished.class, Inner.class, Scorer.class)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ScorerInstantiation.of(type))
                    .withMessage(type.getName() + " can't be used as a scorer: it must be a class (static where nested)"
                            + " with a constructor without parameters");
        }
    }
}
