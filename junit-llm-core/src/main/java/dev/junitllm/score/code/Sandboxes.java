package dev.junitllm.score.code;

import dev.junitllm.Configuration;
import dev.junitllm.Printable;
import dev.junitllm.score.ScoringException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sandboxes of this machine, each tried out.
 *
 * @param findings what was found out of each, the better one first where two protect the same
 */
record Sandboxes(List<SandboxProbe.Finding> findings) {

    /** Tried out when code is to run for the first time. */
    private static final Once<Sandboxes> OF_THIS_MACHINE = new Once<>(Sandboxes::tryOut);

    Sandboxes {
        findings = List.copyOf(findings);
    }

    static Sandboxes ofThisMachine() {
        return OF_THIS_MACHINE.get();
    }

    /**
     * The sandbox to run code in.
     *
     * @param unsafe whether the user lets code run without a complete one
     * @return the best there is
     * @throws ScoringException of kind {@code NO_SANDBOX} saying what to install, where none may be used
     */
    SandboxProbe.Finding choose(boolean unsafe) throws ScoringException {
        Optional<SandboxProbe.Finding> best = findings.stream()
                .filter(SandboxProbe.Finding::runs)
                .filter(finding -> unsafe || finding.complete())
                .min(Comparator.comparing(finding -> finding.missing().size()));
        return best.orElseThrow(() -> new ScoringException("NO_SANDBOX", advice(unsafe)));
    }

    private String advice(boolean unsafe) {
        String tried = findings.isEmpty()
                ? "there is none for this operating system"
                : String.join("; ", findings.stream().map(Sandboxes::describe).toList());
        return unsafe
                ? "generated code can't be run here, not even without a sandbox: " + tried
                : ("generated code runs only in a sandbox, and none here is complete: %s. On Linux install bubblewrap 0.8 or"
                                + " newer (package 'bubblewrap') and allow unprivileged user namespaces; docs/code.md tells"
                                + " how. To run the code without what is missing, which lets it do all that you can, set"
                                + " %s = allow")
                        .formatted(tried, Configuration.CODE_UNSAFE.name());
    }

    private static String describe(SandboxProbe.Finding finding) {
        String what = finding.runs()
                ? "not true there: " + Protection.list(finding.missing())
                : "does not run" + (finding.said().isEmpty() ? "" : ": " + Printable.line(finding.said(), 200));
        return finding.sandbox().name() + " (" + what + ")";
    }

    private static Sandboxes tryOut() {
        Optional<LaunchTools> tools = LaunchTools.find();
        List<SandboxProbe.Finding> findings = new ArrayList<>();
        for (Sandbox candidate : tools.map(Sandboxes::candidates).orElse(List.of())) {
            SandboxProbe.Finding finding = SandboxProbe.of(candidate);
            findings.add(finding);
            if (finding.complete()) {
                return new Sandboxes(findings);
            }
        }
        if (Tools.system("sh").isPresent()) {
            findings.add(SandboxProbe.of(new Unfenced(tools)));
        }
        return new Sandboxes(findings);
    }

    /** What could be a sandbox here, the better one first. */
    static List<Sandbox> candidates(LaunchTools tools) {
        boolean root = SystemUser.isRoot();
        List<Sandbox> candidates = new ArrayList<>();
        Tools.onPath("bwrap")
                .findFirst()
                .or(() -> Tools.system("bwrap"))
                .ifPresent(bwrap -> candidates.add(new Bubblewrap(bwrap, tools, root)));
        candidates.add(new UtilLinux(tools, root));
        return candidates;
    }
}
