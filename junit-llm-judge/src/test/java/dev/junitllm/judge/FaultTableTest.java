package dev.junitllm.judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the table of faults in docs/judge.md to the matrix that is tested. */
class FaultTableTest {

    @Test
    void listsEveryFaultThatIsTested() throws IOException {
        Map<String, List<String>> byKind = new TreeMap<>();
        Fault.all()
                .forEach(fault -> byKind.computeIfAbsent(fault.kind(), kind -> new ArrayList<>())
                        .add(fault.what()));
        StringBuilder table = new StringBuilder("| the judge replies | the case is an ERROR of kind |\n|---|---|\n");
        new LinkedHashMap<>(byKind)
                .forEach((kind, faults) -> faults.forEach(fault -> table.append("| ")
                        .append(fault)
                        .append(" | `")
                        .append(kind)
                        .append("` |\n")));

        DocsTable.check("judge.md", "faults", table.toString());
    }
}
