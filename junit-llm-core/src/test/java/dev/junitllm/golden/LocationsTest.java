package dev.junitllm.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocationsTest {

    private static final String CLASS_PATH = "on the class path of dev.junitllm.golden.Anchor";

    @TempDir
    private Path module;

    @TempDir
    private Path classes;

    private GoldenFolder golden() {
        return new GoldenFolder(module);
    }

    private static String oneCase(String id) {
        return "{\"id\": \"" + id + "\", \"input\": \"x\"}";
    }

    /** The anchor, loaded by a class loader that also sees some folders and jars. */
    private static Class<?> anchorSeeing(Path... roots) throws IOException {
        URL[] urls = new URL[roots.length];
        for (int i = 0; i < roots.length; i++) {
            urls[i] = roots[i].toUri().toURL();
        }
        byte[] bytes;
        try (InputStream in = Anchor.class.getResourceAsStream("Anchor.class")) {
            bytes = in.readAllBytes();
        }
        class Loader extends URLClassLoader {
            Loader() {
                super(urls, Anchor.class.getClassLoader());
            }

            Class<?> anchor() {
                return defineClass(Anchor.class.getName(), bytes, 0, bytes.length);
            }
        }
        return new Loader().anchor();
    }

    private GoldenCases open(Class<?> anchor, String... locations) {
        return GoldenCases.open(
                new GoldenSource(List.of(locations), "", FieldMapping.NONE),
                anchor,
                module,
                Selection.ALL,
                ReadingLimits.DEFAULT,
                List.of());
    }

    @Test
    void findsABareNameOnTheClassPathBeforeTheModule() throws IOException {
        new GoldenFolder(classes).with("golden/a.jsonl", oneCase("class-path"));
        golden().with("golden/a.jsonl", oneCase("file")).with("golden/b.jsonl", oneCase("b"));
        Class<?> anchor = anchorSeeing(classes);
        try (GoldenCases cases = open(anchor, "golden/a.jsonl", "file:golden/a.jsonl", "golden/b.jsonl")) {
            assertThat(List.of(cases.id(0), cases.id(1), cases.id(2))).containsExactly("class-path", "file", "b");
            assertThat(cases.files()).containsExactly("golden/a.jsonl", "golden/a.jsonl", "golden/b.jsonl");
        }
        try (GoldenCases cases = open(anchor, "classpath:/golden/a.jsonl")) {
            assertThat(cases.id(0)).isEqualTo("class-path");
        }
    }

    @Test
    void findsAnAbsoluteFile() {
        golden().with("a.jsonl", oneCase("a"));
        String absolute = module.resolve("a.jsonl").toString();
        for (String location : List.of(absolute, "file:" + absolute, "file://" + absolute)) {
            try (GoldenCases cases = golden().open(location)) {
                assertThat(cases.id(0)).isEqualTo("a");
            }
        }
    }

    @Test
    void readsOutOfAJar() throws IOException {
        Path jar = classes.resolve("data #1.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry("golden/in-jar.jsonl"));
            out.write((oneCase("a") + "\n\n" + oneCase("b")).getBytes(StandardCharsets.UTF_8));
            out.putNextEntry(new JarEntry("golden/packed.jsonl.gz"));
            out.write(GoldenFolder.gzip(oneCase("c")));
        }
        try (GoldenCases cases = open(anchorSeeing(jar), "golden/in-jar.jsonl", "golden/packed.jsonl.gz")) {
            assertThat(cases.read(1).location()).contains("golden/in-jar.jsonl:3");
            assertThat(cases.read(2).id()).isEqualTo("c");
        }
    }

    @Test
    void sortsWhatAPatternMatches() throws IOException {
        new GoldenFolder(classes).with("golden/b.jsonl", oneCase("b")).with("golden/a.jsonl", oneCase("a"));
        new GoldenFolder(classes).with("golden/deep/er/c.jsonl", oneCase("c")).with("golden/x.txt", "x");
        Class<?> anchor = anchorSeeing(classes);
        try (GoldenCases cases = open(anchor, "golden/*.jsonl")) {
            assertThat(cases.files()).containsExactly("golden/a.jsonl", "golden/b.jsonl");
        }
        try (GoldenCases cases = open(anchor, "golden/**/*.jsonl")) {
            assertThat(cases.files()).containsExactly("golden/a.jsonl", "golden/b.jsonl", "golden/deep/er/c.jsonl");
        }
        try (GoldenCases cases = open(anchor, "classpath:**/?.jsonl")) {
            assertThat(cases.size()).isEqualTo(3);
        }
    }

    @Test
    void matchesPatternsInTheModuleFolder() {
        golden().with("evals/a.jsonl", oneCase("a")).with("evals/sub/b.jsonl", oneCase("b"));
        try (GoldenCases cases = golden().open("evals/**.jsonl")) {
            assertThat(cases.files()).containsExactly("evals/a.jsonl", "evals/sub/b.jsonl");
        }
        try (GoldenCases cases = golden().open("file:" + module + "/evals/*.jsonl")) {
            assertThat(cases.size()).isEqualTo(1);
        }
    }

    @Test
    void readsAFileOnceThatSeveralLocationsName() {
        golden().with("golden/a.jsonl", oneCase("a")).with("golden/b.jsonl", oneCase("b"));
        try (GoldenCases cases = golden().open("golden/b.jsonl", "golden/*.jsonl")) {
            assertThat(cases.files()).containsExactly("golden/b.jsonl", "golden/a.jsonl");
        }
    }

    @Test
    void saysWhereItLookedAndWhatIsNearest() {
        golden().with("golden/handbook.jsonl", oneCase("a"));
        assertThat(GoldenFolder.refusal(() -> golden().open("golden/handbok.jsonl", "zzz.jsonl")))
                .containsExactly(
                        "golden/handbok.jsonl: not found: looked for it " + CLASS_PATH + " and as the file "
                                + module.resolve("golden/handbok.jsonl") + "; did you mean golden/handbook.jsonl?",
                        "zzz.jsonl: not found: looked for it " + CLASS_PATH + " and as the file "
                                + module.resolve("zzz.jsonl") + "; check the name");
        assertThat(GoldenFolder.refusal(() -> golden().open("classpath:zzz.jsonl")))
                .containsExactly("classpath:zzz.jsonl: not found: looked for it " + CLASS_PATH + "; check the name");
    }

    @Test
    void suggestsANameOnTheClassPath() throws IOException {
        new GoldenFolder(classes).with("golden/handbook.jsonl", oneCase("a"));
        Class<?> anchor = anchorSeeing(classes);
        assertThat(GoldenFolder.refusal(() -> open(anchor, "classpath:golden/Handbook.json")))
                .singleElement()
                .asString()
                .endsWith("; did you mean golden/handbook.jsonl?");
    }

    @Test
    void failsWhenAPatternMatchesNothing() {
        assertThat(GoldenFolder.refusal(() -> golden().open("golden/*.jsonl")))
                .containsExactly("golden/*.jsonl: matches no file: looked for it " + CLASS_PATH + " and in the folder "
                        + module.resolve("golden") + "; check the pattern;"
                        + " * stays within one folder, ** crosses folders, and neither looks into jars");
    }

    @Test
    void failsWhenALocationIsAFolder() {
        golden().with("golden/a.jsonl", oneCase("a"));
        assertThat(GoldenFolder.refusal(() -> golden().open("golden")))
                .containsExactly("golden: " + module.resolve("golden")
                        + " is a folder; name a file in it, or all of them with a pattern such as *.jsonl");
    }

    @Test
    void failsWhenALocationIsNoFileNameAtAll() {
        assertThat(GoldenFolder.refusal(() -> golden().open("file:a\u0000b")))
                .containsExactly(
                        "file:a\\u0000b: not found: looked for it nowhere, since it is no file name; check the name");
    }

    @Test
    void failsWhenTheFormatIsUnknown() {
        golden().with("a.txt", oneCase("a"));
        assertThat(GoldenFolder.refusal(() -> golden().open("a.txt")))
                .containsExactly("a.txt: its name doesn't say how it is written; rename it, or name the format:"
                        + " @GoldenSet(format = …) knows 'bars', 'jsonl', 'json', 'csv', 'yaml', 'mmlu', 'humaneval',"
                        + " 'truthfulqa', 'gsm8k'");
        GoldenSource wrong = new GoldenSource(List.of("a.txt"), "jsnl", FieldMapping.NONE);
        assertThat(GoldenFolder.refusal(() -> golden().open(wrong, Selection.ALL, ReadingLimits.DEFAULT, List.of())))
                .containsExactly("a.txt: there is no format 'jsnl'; did you mean 'jsonl'?"
                        + " @GoldenSet(format = …) knows 'bars', 'jsonl', 'json', 'csv', 'yaml', 'mmlu', 'humaneval',"
                        + " 'truthfulqa', 'gsm8k'");
        GoldenSource right = new GoldenSource(List.of("a.txt"), "jsonl", FieldMapping.NONE);
        try (GoldenCases cases = golden().open(right, Selection.ALL, ReadingLimits.DEFAULT, List.of())) {
            assertThat(cases.id(0)).isEqualTo("a");
        }
    }

    @Test
    void needsALocation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GoldenSource(List.of(" "), "", FieldMapping.NONE))
                .withMessage(
                        "@GoldenSet names no file: give it at least one, such as @GoldenSet(\"golden/handbook.jsonl\")");
    }
}
