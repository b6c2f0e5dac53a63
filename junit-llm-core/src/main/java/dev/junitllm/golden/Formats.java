package dev.junitllm.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** The formats that can be read: those of the user first, then the built-in ones. */
final class Formats {

    // Not found by ServiceLoader like the users' own: a shaded jar that loses our services file would read nothing.
    private static final List<GoldenSetFormat> BUILT_IN = List.of(
            new JsonLinesFormat(),
            new JsonArrayFormat(),
            new CsvFormat(),
            new YamlFormat(),
            new MmluFormat(),
            new HumanEvalFormat(),
            new TruthfulQaFormat(),
            new Gsm8kFormat());

    private final List<GoldenSetFormat> users;

    Formats(ClassLoader loader) {
        this.users = ServiceLoader.load(GoldenSetFormat.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** The format of that name, or by the file's name where it is empty. */
    GoldenSetFormat choose(String format, GoldenFile file) throws FaultException {
        return format.isEmpty() ? byFileName(file.formatName()) : byName(format);
    }

    private GoldenSetFormat byName(String name) throws FaultException {
        return all().stream()
                .filter(format -> format.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FaultException(FileFaults.noSuchFormat(name, names())));
    }

    private GoldenSetFormat byFileName(String fileName) throws FaultException {
        for (List<GoldenSetFormat> formats : List.of(users, BUILT_IN)) {
            List<GoldenSetFormat> claiming =
                    formats.stream().filter(format -> format.handles(fileName)).toList();
            if (claiming.size() > 1) {
                throw new FaultException(FileFaults.formatsQuarrel(
                        claiming.stream().map(GoldenSetFormat::name).toList()));
            }
            if (claiming.size() == 1) {
                return claiming.get(0);
            }
        }
        throw new FaultException(FileFaults.unknownFormat(names()));
    }

    private List<String> names() {
        return all().stream().map(GoldenSetFormat::name).toList();
    }

    private List<GoldenSetFormat> all() {
        List<GoldenSetFormat> all = new ArrayList<>(users);
        all.addAll(BUILT_IN);
        return all;
    }
}
