package dev.junitllm.golden;

import dev.junitllm.NearestName;
import dev.junitllm.Printable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The words for what can be wrong with a whole golden file, or with its bytes. */
final class FileFaults {

    private FileFaults() {}

    static Fault notFound(String lookedFor, Optional<String> nearest) {
        return new Fault(
                "not found: looked for it " + lookedFor,
                nearest.map(name -> "did you mean " + Printable.line(name) + "?")
                        .orElse("check the name"));
    }

    static Fault matchesNothing(String lookedFor) {
        return new Fault(
                "matches no file: looked for it " + lookedFor,
                "check the pattern; * stays within one folder, ** crosses folders, and neither looks into jars");
    }

    static Fault isFolder(String path) {
        return new Fault(
                Printable.line(path) + " is a folder",
                "name a file in it, or all of them with a pattern such as *.jsonl");
    }

    static Fault unreadable(String reason) {
        return new Fault("can't be read: " + Printable.line(reason), "check the file and its permissions");
    }

    static Fault unknownFormat(Collection<String> names) {
        return new Fault(
                "its name doesn't say how it is written",
                "rename it, or name the format: @GoldenSet(format = …) knows " + Quoted.list(names));
    }

    static Fault noSuchFormat(String format, Collection<String> names) {
        return new Fault(
                "there is no format " + Quoted.word(format),
                NearestName.of(format, names)
                                .map(name -> "did you mean " + Quoted.word(name) + "? ")
                                .orElse("")
                        + "@GoldenSet(format = …) knows " + Quoted.list(names));
    }

    static Fault formatsQuarrel(List<String> names) {
        return new Fault("the formats " + Quoted.list(names) + " all claim it", "choose one: @GoldenSet(format = …)");
    }

    static Fault formatCrashed(String format, RuntimeException e) {
        return new Fault(
                "the format %s failed with %s".formatted(Quoted.word(format), Printable.line(e.toString(), 200)),
                "report this to whoever made the format");
    }

    static Fault empty() {
        return new Fault("it holds no case", "add one, or take the file out of the golden set");
    }

    static Fault notUtf8(long offset) {
        return new Fault("it isn't UTF-8: the byte at offset " + offset + " fits nowhere", "save it as UTF-8");
    }

    static Fault otherEncoding(String encoding) {
        return new Fault("it is written in " + encoding + ", not in UTF-8", "save it as UTF-8");
    }

    static Fault gzipWithoutName() {
        return new Fault("it is gzip-compressed, but its name doesn't say so", "let its name end in .gz");
    }

    static Fault brokenGzip(String reason) {
        return new Fault("it can't be unpacked: " + Printable.line(reason), "compress it again with gzip");
    }

    static Fault unpacksTooFar(long limit) {
        return new Fault(
                "it unpacks to more than %s bytes".formatted(limit),
                "if that isn't a gzip bomb, raise junit.llm.golden.max-unpacked");
    }

    static Fault lineTooLong(int limit) {
        return new Fault(
                "the case takes more than %s bytes".formatted(limit), "shorten it, or raise junit.llm.golden.max-line");
    }

    static Fault documentTooLong(int limit) {
        return new Fault(
                "it takes more than %s bytes, and YAML is read whole".formatted(limit),
                "write it as JSON Lines, or raise junit.llm.golden.max-line");
    }

    static Fault changed() {
        return new Fault(
                "the file changed after it was validated",
                "don't write golden files while tests run, and run them again");
    }

    static Fault gone(String reason) {
        return new Fault(
                "the file can't be read any more: " + Printable.line(reason),
                "leave golden files alone while tests run, and run them again");
    }

    static Fault copyNotWritten(String reason) {
        return new Fault(
                "its records can't be copied to a temporary file: " + Printable.line(reason),
                "make room in the folder for temporary files (java.io.tmpdir)");
    }

    static Fault copyChanged(String reason) {
        return new Fault(
                "its temporary copy can't be read: " + Printable.line(reason),
                "keep the temporary folder as it is while tests run, and run them again");
    }
}
