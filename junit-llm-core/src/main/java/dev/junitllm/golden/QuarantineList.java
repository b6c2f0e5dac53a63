package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cases of a golden set that are in quarantine: known to be flaky, shown, and no part of a verdict. Immutable. */
public final class QuarantineList {

    /** Nothing is in quarantine. */
    public static final QuarantineList NONE = new QuarantineList(Map.of());

    private final Map<String, Entry> entries;

    private QuarantineList(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * One case.
     *
     * @param caseId the case
     * @param until the last day of its quarantine
     * @param why the reason
     * @param file the file that says so, as messages call it
     * @param line where, counted from 1
     */
    public record Entry(String caseId, LocalDate until, String why, String file, int line) {}

    /**
     * Reads a quarantine file.
     *
     * @param location where it is, on the class path or as a file
     * @param anchor the test class: its class loader finds what lies on the class path
     * @param moduleFolder what relative files are relative to
     * @param limits how much a file may ask for
     * @param today entries that end before are refused
     * @return the cases it names
     * @throws GoldenSetException naming everything that is wrong, where anything is
     */
    public static QuarantineList read(
            String location, Class<?> anchor, Path moduleFolder, ReadingLimits limits, LocalDate today) {
        Problems problems = new Problems();
        Map<String, Entry> entries = new LinkedHashMap<>();
        new Locations(new ClassPath(anchor), moduleFolder)
                .resolve(List.of(location), problems)
                .forEach(file -> read(file, limits, new Sink(file.name(), today, entries, problems), problems));
        problems.throwIfAny();
        return new QuarantineList(entries);
    }

    private static void read(GoldenFile file, ReadingLimits limits, Sink sink, Problems problems) {
        try (InputStream content = file.open(limits)) {
            JsonLinesFormat.scan(content, limits, sink);
        } catch (FaultException e) {
            problems.add(file.name(), e.line(), null, e.fault());
        } catch (IOException e) {
            problems.add(file.name(), 0, null, FileFaults.unreadable(String.valueOf(e.getMessage())));
        }
    }

    /**
     * Whether a case is in quarantine.
     *
     * @param caseId its id
     * @return its entry, or empty where it is not
     */
    public Optional<Entry> entry(String caseId) {
        return Optional.ofNullable(entries.get(caseId));
    }

    /**
     * Every entry.
     *
     * @return in the order of the file
     */
    public Collection<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** Takes the lines of one file. */
    private record Sink(String file, LocalDate today, Map<String, Entry> entries, Problems problems)
            implements JsonLinesFormat.Lines {

        @Override
        public void accept(JsonNode record, int line, long offset, int length) {
            try {
                Entry entry = QuarantineEntries.read(record, file, line, today);
                Entry other = entries.putIfAbsent(entry.caseId(), entry);
                if (other != null) {
                    problems.add(file, line, entry.caseId(), QuarantineEntries.twice(other.line()));
                }
            } catch (FaultException e) {
                problems.add(file, line, QuarantineEntries.idOf(record), e.fault());
            }
        }

        @Override
        public void reject(Fault fault, int line) {
            problems.add(file, line, null, fault);
        }
    }
}
