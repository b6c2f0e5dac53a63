package dev.junitllm.score.code;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Compiles a model's code and its tests, runs the tests, and reports how that ended. This class is copied into the run's
 * folder and runs in the child process, on its own: it uses the JDK alone. The report leaves by standard output; the token
 * that proves that the tests ran to their end waits in standard input until they have.
 */
final class JavaHarness {

    private static final int SHOWN = 2_000;
    private static final Pattern FRAME_OF_TESTS = Pattern.compile("\\s*+at .*\\(Tests\\.java:(\\d+)\\)");

    private final FileOutputStream reports = new FileOutputStream(FileDescriptor.out);
    private final FileInputStream token = new FileInputStream(FileDescriptor.in);

    private JavaHarness() {}

    /**
     * Runs.
     *
     * @param arguments the folder of the sources
     * @throws IOException where the sources can't be read, or the report not written
     */
    public static void main(String[] arguments) throws IOException {
        System.setIn(InputStream.nullInputStream());
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        new JavaHarness().run(Path.of(arguments[0]));
    }

    private void run(Path folder) throws IOException {
        Source solution = new Source("Solution.java", Files.readString(folder.resolve("Solution.java")));
        Source tests = new Source("Tests.java", Files.readString(folder.resolve("Tests.java")));
        say("ready");
        Path output = Files.createTempDirectory(Path.of("").toAbsolutePath(), "classes");
        Set<String> ofTests = compile(solution, tests, output);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {output.toUri().toURL()})) {
            runTests(loader, ofTests);
        }
    }

    /** Compiles both, and names the classes that the tests are made of. */
    private Set<String> compile(Source solution, Source tests, Path output) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (Classes files =
                new Classes(compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8), tests)) {
            List<String> options = List.of("-proc:none", "-nowarn", "-implicit:none", "-d", output.toString());
            JavaCompiler.CompilationTask task = compiler.getTask(
                    new PrintWriter(new StringWriter()), files, diagnostics, options, null, List.of(solution, tests));
            if (!Boolean.TRUE.equals(task.call())) {
                Diagnostic<? extends JavaFileObject> first = diagnostics.getDiagnostics().stream()
                        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                        .findFirst()
                        .orElseThrow();
                boolean ofTests = first.getSource() == tests;
                report(ofTests ? "load" : "syntax", describe(first));
            }
            return files.ofTests;
        }
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        JavaFileObject source = diagnostic.getSource();
        String file = source == null ? "the code" : source.getName();
        return "%s, line %s: %s".formatted(file, diagnostic.getLineNumber(), diagnostic.getMessage(Locale.ROOT));
    }

    private void runTests(ClassLoader loader, Set<String> classes) throws IOException {
        for (String name : classes) {
            try {
                Method main = loader.loadClass(name).getDeclaredMethod("main", String[].class);
                if (Modifier.isStatic(main.getModifiers())) {
                    main.setAccessible(true);
                    Thread.currentThread().setContextClassLoader(loader);
                    main.invoke(null, (Object) new String[0]);
                    pass();
                }
            } catch (NoSuchMethodException e) {
                // another class of the tests has it
            } catch (InvocationTargetException e) {
                report("tests", describe(e.getCause() == null ? e : e.getCause()));
            } catch (ReflectiveOperationException | LinkageError e) {
                report("tests", describe(e));
            }
        }
        report("tests", "no class of the tests has a main method");
    }

    private void pass() throws IOException {
        byte[] read = new byte[64];
        int length = Math.max(0, token.read(read)); // once: it came in one piece, and files of this kind can't seek
        reports.write(("passed " + new String(read, 0, length, StandardCharsets.US_ASCII))
                .getBytes(StandardCharsets.US_ASCII));
        Runtime.getRuntime().halt(0);
    }

    private void report(String stage, String message) throws IOException {
        say(stage + "\n" + message.substring(0, Math.min(SHOWN, message.length())));
        Runtime.getRuntime().halt(1);
    }

    private void say(String line) throws IOException {
        reports.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String describe(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        List<String> lines = text.toString().lines().toList();
        String place = lines.stream()
                .map(FRAME_OF_TESTS::matcher)
                .filter(Matcher::matches)
                .map(frame -> ", line " + frame.group(1) + " of the tests")
                .findFirst()
                .orElse("");
        return lines.get(0) + place;
    }

    /** A source whose classes may have any name. */
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return kind == Kind.SOURCE;
        }

        @Override
        public String getName() {
            return toUri().getPath().substring(1);
        }
    }

    /** Notes which classes come from the tests. */
    private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {

        private final Source tests;
        private final Set<String> ofTests = new LinkedHashSet<>();

        Classes(JavaFileManager files, Source tests) {
            super(files);
            this.tests = tests;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) throws IOException {
            if (sibling == tests) {
                ofTests.add(className);
            }
            return super.getJavaFileForOutput(location, className, kind, null);
        }
    }
}
