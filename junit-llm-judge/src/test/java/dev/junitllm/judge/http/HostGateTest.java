package dev.junitllm.judge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.junitllm.judge.http.HostGate.Outcome;
import dev.junitllm.judge.http.HostGate.Pass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HostGateTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final AtomicLong clock = new AtomicLong();
    private final HostGate gate = new HostGate(clock::get);
    private final Pace pace = new Pace();

    @Test
    void doublesInEachRoundUntilTheHostRefuses() throws Exception {
        assertThat(gate.limit()).isEqualTo(8);
        round(Outcome.ANSWERED);
        assertThat(gate.limit()).isEqualTo(16);
        round(Outcome.ANSWERED);
        assertThat(gate.limit()).isEqualTo(32);
    }

    @Test
    void shrinksOnceForAllThatIsRefusedInOneRoundAndThenGrowsByOne() throws Exception {
        round(Outcome.ANSWERED);
        round(Outcome.REFUSED);
        assertThat(gate.limit()).isEqualTo(12);
        round(Outcome.ANSWERED);
        assertThat(gate.limit()).isEqualTo(13);
        round(Outcome.ANSWERED);
        assertThat(gate.limit()).isEqualTo(14);
        round(Outcome.REFUSED);
        assertThat(gate.limit()).isEqualTo(10);
    }

    @Test
    void neverShrinksBelowOne() throws Exception {
        for (int i = 0; i < 20; i++) {
            round(Outcome.REFUSED);
        }

        assertThat(gate.limit()).isEqualTo(1);
    }

    @Test
    void shrinksWhereARoundTakesMuchLongerThanTheFastest() throws Exception {
        round(Outcome.ANSWERED, Duration.ofMillis(500));
        int before = gate.limit();
        round(Outcome.ANSWERED, Duration.ofMillis(1_000));
        assertThat(gate.limit()).as("twice as long is nothing").isGreaterThan(before);

        before = gate.limit();
        round(Outcome.ANSWERED, Duration.ofSeconds(5));

        assertThat(gate.limit()).isLessThan(2 * before);
        int after = gate.limit();
        round(Outcome.ANSWERED, Duration.ofMillis(500));
        assertThat(gate.limit()).as("grows slowly from then on").isEqualTo(after + 1);
    }

    /** Such as a judge and embeddings. */
    @Test
    void comparesOneEndpointsTimesWithNoOthers() throws Exception {
        Pace slow = new Pace();
        for (int i = 0; i < 3; i++) {
            round(Outcome.ANSWERED, Duration.ofMillis(50), pace);
            round(Outcome.ANSWERED, Duration.ofSeconds(10), slow);
        }
        assertThat(gate.limit()).isEqualTo(8 << 6);

        for (int i = 0; i < 2; i++) {
            round(Outcome.ANSWERED, Duration.ofSeconds(40), slow);
        }
        assertThat(gate.limit()).as("slower than itself: twice a quarter less").isEqualTo(576);
    }

    @Test
    void learnsNothingFromCallsThatSayNothing() throws Exception {
        round(Outcome.UNCLEAR);

        assertThat(gate.limit()).isEqualTo(8);
    }

    @Test
    void letsCallsThroughInTheOrderTheyCame() throws Exception {
        BlockingQueue<Integer> order = new LinkedBlockingQueue<>();
        Pass first = gate.enter(1, LONG);
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                try {
                    Pass pass = gate.enter(1, LONG);
                    order.add(number);
                    gate.leave(pass, Outcome.ANSWERED, pace);
                } catch (InterruptedException | HostGate.TooLongException e) {
                    order.add(-1);
                }
            });
            waiting.add(thread);
            thread.start();
            awaitWaiting(thread);
        }

        gate.leave(first, Outcome.ANSWERED, pace);
        for (Thread thread : waiting) {
            thread.join();
        }

        assertThat(order).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    }

    @Test
    void letsNobodyPassWhoCameLaterAndWantsLess() throws Exception {
        HostGate real = new HostGate();
        Pass first = real.enter(1, LONG);
        Thread second = new Thread(() -> {
            try {
                real.leave(real.enter(1, LONG), Outcome.ANSWERED, pace);
            } catch (InterruptedException | HostGate.TooLongException e) {
                Thread.currentThread().interrupt();
            }
        });
        second.start();
        awaitWaiting(second);

        assertThatExceptionOfType(HostGate.TooLongException.class)
                .isThrownBy(() -> real.enter(10, Duration.ofMillis(20)));
        real.leave(first, Outcome.ANSWERED, pace);
        second.join();
    }

    @Test
    void holdsAllToTheSmallestNumberThatAnybodyWhoWaitsOrCallsWants() throws Exception {
        HostGate real = new HostGate();
        Pass modest = real.enter(2, LONG);
        real.enter(5, LONG);

        assertThatExceptionOfType(HostGate.TooLongException.class)
                .as("two are under way, and one of them wants no third")
                .isThrownBy(() -> real.enter(5, Duration.ofMillis(20)));
        real.leave(modest, Outcome.ANSWERED, pace);

        real.enter(5, LONG);
        real.enter(5, LONG);
        assertThat(real.inFlight()).isEqualTo(3);
    }

    @Test
    void keepsToNobodysNumberWhoHasGivenUp() throws Exception {
        HostGate real = new HostGate();
        real.enter(5, LONG);
        assertThatExceptionOfType(HostGate.TooLongException.class)
                .isThrownBy(() -> real.enter(1, Duration.ofMillis(20)));

        real.enter(5, LONG);

        assertThat(real.inFlight()).isEqualTo(2);
    }

    @Test
    void givesUpWhenItTakesTooLongAndLetsTheNextThrough() throws Exception {
        HostGate real = new HostGate();
        Pass first = real.enter(1, LONG);

        assertThatExceptionOfType(HostGate.TooLongException.class)
                .isThrownBy(() -> real.enter(1, Duration.ofMillis(20)));
        real.leave(first, Outcome.ANSWERED, pace);
        real.enter(1, LONG);
        assertThat(real.inFlight()).isEqualTo(1);
    }

    @Test
    void letsNobodyThroughDuringAPause() throws Exception {
        HostGate real = new HostGate();
        long began = System.nanoTime();
        real.pause(Duration.ofMillis(100));

        real.enter(1, LONG);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        real.pause(Duration.ofMinutes(5));
        assertThatExceptionOfType(HostGate.TooLongException.class)
                .isThrownBy(() -> real.enter(2, Duration.ofMillis(20)));
    }

    @Test
    void endsItsWaitWhenInterrupted() throws Exception {
        gate.enter(2, LONG);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> gate.enter(1, LONG));
        gate.enter(2, LONG);
        assertThat(gate.inFlight()).as("and leaves the queue").isEqualTo(2);
    }

    private void round(Outcome outcome) throws Exception {
        round(outcome, Duration.ofMillis(10));
    }

    private void round(Outcome outcome, Duration took) throws Exception {
        round(outcome, took, pace);
    }

    /** As many calls at once as are allowed, all ending alike. */
    private void round(Outcome outcome, Duration took, Pace ofEndpoint) throws Exception {
        List<Pass> passes = new ArrayList<>();
        for (int i = gate.limit(); i > 0; i--) {
            passes.add(gate.enter(10_000, LONG));
        }
        clock.addAndGet(took.toNanos());
        for (Pass pass : passes) {
            gate.leave(pass, outcome, ofEndpoint);
        }
        clock.incrementAndGet();
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
    }
}
