package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A user's build may choose a Commons IO that Commons CSV can't work with. */
class CsvLibrariesTest {

    @TempDir
    private Path folder;

    @Test
    void saysWhichLibrariesToChooseWhenOneDoesNotFit() throws Exception {
        try (URLClassLoader loader = new WithoutCommonsIo()) {
            // Of the two loaders, only the JDK's types are the same.
            @SuppressWarnings("unchecked")
            Function<Path, List<String>> refusal = (Function<Path, List<String>>)
                    loader.loadClass(Refusal.class.getName()).getConstructor().newInstance();
            assertThat(refusal.apply(folder))
                    .singleElement()
                    .asString()
                    .startsWith("a.csv: CSV can't be read with the libraries on the class path:"
                            + " java.lang.NoClassDefFoundError: org/apache/commons/io/")
                    .endsWith("; let the build choose commons-csv 1.14.1, commons-io 2.17 and commons-codec,"
                            + " or later ones");
        }
    }

    /** Runs in the other class loader. */
    public static final class Refusal implements Function<Path, List<String>> {
        @Override
        public List<String> apply(Path folder) {
            return new GoldenFolder(folder).refusal("a.csv", "input\nx\n");
        }
    }

    /** Everything on the class path but Commons IO, loaded anew. */
    private static final class WithoutCommonsIo extends URLClassLoader {

        WithoutCommonsIo() {
            super(
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(entry -> !entry.contains("commons-io-"))
                            .map(WithoutCommonsIo::url)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        private static URL url(String entry) {
            try {
                return Path.of(entry).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(entry, e);
            }
        }
    }
}
