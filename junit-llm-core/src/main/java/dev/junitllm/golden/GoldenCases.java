package dev.junitllm.golden;

import dev.junitllm.GoldenCase;
import dev.junitllm.Slices;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A validated golden set: the selected cases by number, each read when it is asked for. Kept of a case is where it stands,
 * never its content, so a large set costs little memory. Thread-safe.
 */
public final class GoldenCases implements AutoCloseable {

    private final CaseIndex index;
    private final List<CaseSource> sources;
    private final int total;
    private final String fingerprint;
    private final Slices slices;
    private final JsonReading json;
    private final Spool spool;

    private GoldenCases(FirstPass pass, ReadingLimits limits, Spool spool) {
        CaseRegister register = pass.register();
        this.index = register.index().only(register.selectedRows());
        this.sources = List.copyOf(pass.sources());
        this.total = register.size();
        this.fingerprint = register.fingerprint();
        this.slices = register.slices();
        this.json = new JsonReading(limits);
        this.spool = spool;
    }

    /**
     * Finds the files of a golden set, validates every case of each, and selects.
     *
     * @param source where the set stands and how it is written
     * @param anchor the test class: its class loader finds what lies on the class path
     * @param moduleFolder what relative files are relative to
     * @param selection which cases to run
     * @param limits how much a file may ask for
     * @param needs what every selected case must have
     * @return the cases; to be closed when no more will be read
     * @throws GoldenSetException naming everything that is wrong, where anything is
     */
    public static GoldenCases open(
            GoldenSource source,
            Class<?> anchor,
            Path moduleFolder,
            Selection selection,
            ReadingLimits limits,
            List<Need> needs) {
        return open(source, anchor, moduleFolder, selection, limits, needs, QuarantineList.NONE, List.of());
    }

    /**
     * Finds the files of a golden set, some cases of which are in quarantine, validates every case of each, and selects.
     *
     * @param source where the set stands and how it is written
     * @param anchor the test class: its class loader finds what lies on the class path
     * @param moduleFolder what relative files are relative to
     * @param selection which cases to run
     * @param limits how much a file may ask for
     * @param needs what every selected case must have
     * @param quarantine the cases in quarantine, each of which must be in the set, selected or not
     * @param slices slices to note however many values their field has
     * @return the cases; to be closed when no more will be read
     * @throws GoldenSetException naming everything that is wrong, where anything is
     */
    public static GoldenCases open(
            GoldenSource source,
            Class<?> anchor,
            Path moduleFolder,
            Selection selection,
            ReadingLimits limits,
            List<Need> needs,
            QuarantineList quarantine,
            Collection<String> slices) {
        ClassPath classPath = new ClassPath(anchor);
        Spool spool = new Spool();
        boolean opened = false;
        try {
            FirstPass pass = new FirstPass(source, selection, limits, spool, slices, needs);
            pass.validate(
                    new Locations(classPath, moduleFolder),
                    new Formats(classPath.loader()),
                    needs,
                    selection,
                    quarantine);
            spool.finish();
            GoldenCases cases = new GoldenCases(pass, limits, spool);
            opened = true;
            return cases;
        } catch (IOException e) {
            throw unreadable(source.locations().get(0), 0, null, FileFaults.copyChanged(reason(e)));
        } finally {
            if (!opened) {
                spool.close();
            }
        }
    }

    /**
     * The parts of the set by tag, origin and metadata.
     *
     * @return those with few values, and those that were asked for
     */
    public Slices slices() {
        return slices;
    }

    /**
     * How many cases are selected.
     *
     * @return the number, at least 1
     */
    public int size() {
        return index.size();
    }

    /**
     * How many cases the files hold.
     *
     * @return the number, at least {@link #size()}
     */
    public int total() {
        return total;
    }

    /**
     * The id of a case, without reading the case.
     *
     * @param i the number of a selected case, from 0, in the order of the files
     * @return its id
     */
    public String id(int i) {
        return index.id(checked(i));
    }

    /**
     * The content hash of a case, without reading the case.
     *
     * @param i the number of a selected case, from 0, in the order of the files
     * @return as {@link GoldenCase#contentHash()}
     */
    public String contentHash(int i) {
        return index.contentHash(checked(i));
    }

    /**
     * Reads one case. Safe to call from several threads, and not harmed by an interrupt.
     *
     * @param i the number of a selected case, from 0, in the order of the files
     * @return the case
     * @throws GoldenSetException where its file changed since it was validated, or can't be read any more
     */
    public GoldenCase read(int i) {
        CaseIndex.Place place = index.place(checked(i));
        CaseSource source = sources.get(place.file());
        Fault fault;
        try {
            byte[] bytes = source.records().bytes(place);
            ParsedCase parsed = source.parser()
                    .parse(json.value(bytes, bytes.length, place.offset()), source.location(place.line()));
            GoldenCase golden = parsed.golden();
            if (golden != null
                    && golden.id().equals(id(i))
                    && golden.contentHash().equals(contentHash(i))) {
                return golden;
            }
            fault = source.isCopy() ? FileFaults.copyChanged("it changed") : FileFaults.changed();
        } catch (FaultException e) {
            fault = source.isCopy() ? FileFaults.copyChanged("it changed") : FileFaults.changed();
        } catch (IOException e) {
            fault = source.isCopy() ? FileFaults.copyChanged(reason(e)) : FileFaults.gone(reason(e));
        }
        throw unreadable(source.name(), place.line(), id(i), fault);
    }

    /**
     * Identifies the content of the whole set, whatever is selected.
     *
     * @return 32 lower-case hexadecimal digits: the first half of a SHA-256 over the ids and content hashes in order
     */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * The files of the set.
     *
     * @return what messages call them, in the order they were named, patterns sorted
     */
    public List<String> files() {
        return sources.stream().map(CaseSource::name).toList();
    }

    /** Deletes temporary copies; after this no case can be read. Closing twice does nothing. */
    @Override
    public void close() {
        spool.close();
    }

    private static GoldenSetException unreadable(String file, int line, @Nullable String id, Fault fault) {
        return GoldenSetException.unreadable(new Problem(file, line, id, fault));
    }

    private static String reason(IOException e) {
        return e instanceof FileNotFoundException ? "it is gone or locked away" : String.valueOf(e.getMessage());
    }

    private int checked(int i) {
        return Objects.checkIndex(i, index.size());
    }
}
