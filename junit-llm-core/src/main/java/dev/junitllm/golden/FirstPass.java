package dev.junitllm.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.junitllm.GoldenCase;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Validates every case of every file, and notes where each can be read from again. For one thread, once. */
final class FirstPass {

    private final GoldenSource source;
    private final ReadingLimits limits;
    private final JsonReading json;
    private final Spool spool;
    private final CaseRegister register;
    private final Problems problems = new Problems();
    private final List<CaseSource> sources = new ArrayList<>();

    FirstPass(
            GoldenSource source,
            Selection selection,
            ReadingLimits limits,
            Spool spool,
            Collection<String> slices,
            List<Need> needs) {
        this.source = source;
        this.limits = limits;
        this.json = new JsonReading(limits);
        this.spool = spool;
        this.register = new CaseRegister(selection, slices, needs);
    }

    CaseRegister register() {
        return register;
    }

    List<CaseSource> sources() {
        return sources;
    }

    /** Reads the files; fails with everything that is wrong with them. */
    void validate(
            Locations locations, Formats formats, List<Need> needs, Selection selection, QuarantineList quarantine) {
        for (GoldenFile file : locations.resolve(source.locations(), problems)) {
            try {
                validate(file, formats.choose(source.format(), file));
            } catch (FaultException e) {
                problems.add(file.name(), e.line(), null, e.fault());
            } catch (IOException e) {
                problems.add(file.name(), 0, null, FileFaults.unreadable(String.valueOf(e.getMessage())));
            }
        }
        boolean sampleIsFinal = problems.isEmpty() || selection.sample().isEmpty();
        int[] rows = register.selectedRows();
        if (sampleIsFinal) {
            checkNeeds(rows, needs);
        }
        if (problems.isEmpty() && rows.length == 0) {
            problems.add(
                    String.join(", ", sources.stream().map(CaseSource::name).toList()),
                    0,
                    null,
                    SelectionFaults.nothingSelected(selection, register.size(), register.tags(), register.firstIds()));
        }
        if (problems.isEmpty()) {
            quarantine.entries().stream()
                    .filter(entry -> !register.has(entry.caseId()))
                    .forEach(entry -> problems.add(
                            entry.file(),
                            entry.line(),
                            entry.caseId(),
                            QuarantineEntries.unknown(register.firstIds(), entry.caseId())));
        }
        problems.throwIfAny();
    }

    private void validate(GoldenFile file, GoldenSetFormat format) throws IOException {
        CaseParser parser = new CaseParser(source.mapping(), format.textOnly() ? new CellReader(json) : null);
        boolean inPlace = format instanceof JsonLinesFormat && file.path() != null && !file.isPacked();
        CaseSource cases = new CaseSource(
                file.name(),
                new RecordReader(inPlace ? Objects.requireNonNull(file.path()) : spool.path()),
                !inPlace,
                parser);
        Sink sink = new Sink(sources.size(), cases);
        sources.add(cases);
        try (InputStream content = file.open(limits)) {
            if (inPlace) {
                JsonLinesFormat.scan(content, limits, sink);
            } else {
                read(format, new GoldenInput(file.plainName(), content, limits), sink);
            }
        }
        if (sink.isEmpty() && !problems.has(file.name())) {
            problems.add(file.name(), 0, null, FileFaults.empty());
        }
    }

    private static void read(GoldenSetFormat format, GoldenInput input, Sink sink) throws IOException {
        try {
            format.read(input, sink);
        } catch (RuntimeException e) {
            sink.reject(FileFaults.formatCrashed(format.name(), e), 0);
        }
    }

    private void checkNeeds(int[] rows, List<Need> needs) {
        for (Need need : needs) {
            BitSet lacking = register.lacking(need);
            for (int row : rows) {
                if (lacking.get(row)) {
                    CaseIndex.Place place = register.index().place(row);
                    problems.add(
                            sources.get(place.file()).name(),
                            place.line(),
                            register.index().id(row),
                            CaseFaults.lacks(need));
                }
            }
        }
    }

    /** Takes the records of one file. */
    private final class Sink implements RecordSink, JsonLinesFormat.Lines {

        private final int number;
        private final CaseSource cases;
        private int records;

        Sink(int number, CaseSource cases) {
            this.number = number;
            this.cases = cases;
        }

        boolean isEmpty() {
            return records == 0;
        }

        @Override
        public void accept(JsonNode record, int line) throws IOException {
            byte[] copy = Spool.line(record);
            ParsedCase parsed;
            try {
                // What is validated is what will be read: a format may bring nodes that JSON gives back as others.
                parsed = parsed(json.value(copy, copy.length, 0), line);
            } catch (FaultException e) {
                records++;
                reject(e.fault(), line);
                return;
            }
            if (parsed.golden() != null) {
                long offset = spool.append(copy);
                note(parsed, parsed.golden(), new CaseIndex.Place(number, line, offset, copy.length));
            }
        }

        @Override
        public void accept(JsonNode record, int line, long offset, int length) {
            ParsedCase parsed = parsed(record, line);
            if (parsed.golden() != null) {
                note(parsed, parsed.golden(), new CaseIndex.Place(number, line, offset, length));
            }
        }

        @Override
        public void reject(Fault fault, int line) {
            problems.add(cases.name(), line, null, fault);
        }

        private ParsedCase parsed(JsonNode record, int line) {
            records++;
            ParsedCase parsed = cases.parser().parse(record, cases.location(line));
            parsed.faults().forEach(fault -> problems.add(cases.name(), line, parsed.id(), fault));
            return parsed;
        }

        private void note(ParsedCase parsed, GoldenCase golden, CaseIndex.Place place) {
            int other = register.rowWithIdOf(golden);
            if (other < 0) {
                register.add(golden, parsed.id() != null, place);
                return;
            }
            CaseIndex.Place first = register.index().place(other);
            String otherPlace = sources.get(first.file()).location(first.line());
            boolean sameContent = register.index().contentHash(other).equals(golden.contentHash());
            problems.add(
                    cases.name(),
                    place.line(),
                    parsed.id(),
                    parsed.id() == null && register.isNameless(other) && sameContent
                            ? CaseFaults.duplicateContent(otherPlace)
                            : CaseFaults.duplicateId(golden.id(), otherPlace));
        }
    }
}
