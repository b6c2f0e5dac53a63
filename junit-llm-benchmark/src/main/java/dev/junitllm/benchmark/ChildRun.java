package dev.junitllm.benchmark;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The program of the measured JVM: runs one test class through JUnit's launcher, as any build tool does. */
final class ChildRun implements TestExecutionListener {

    private final boolean measureRetained;
    private final LiveHeap heap = LiveHeap.watch();
    private final AtomicLong passed = new AtomicLong();
    private long usedBefore;

    private ChildRun(boolean measureRetained) {
        this.measureRetained = measureRetained;
    }

    /**
     * Runs a class.
     *
     * @param arguments the class's name, then {@code cpu} or {@code heap}: asking for the heap costs time
     * @throws ClassNotFoundException where there is no such class
     */
    public static void main(String[] arguments) throws ClassNotFoundException {
        ChildRun run = new ChildRun(arguments[1].equals("heap"));
        Launcher launcher = LauncherFactory.create();
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(Class.forName(arguments[0])))
                        .build(),
                run);
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        usedBefore = measureRetained ? LiveHeap.used() : 0;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
            passed.incrementAndGet();
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        long cpu = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        long retained = measureRetained ? LiveHeap.used() - usedBefore : 0;
        System.out.println();
        System.out.println(new Measurement(passed.get(), cpu, retained, heap.peak(), 0).line());
    }
}
