package dev.junitllm.cli;

import dev.junitllm.golden.GoldenSetException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: {@code java -jar junit-llm-core-<version>-cli.jar plan --help}. */
@Command(
        name = "junit-llm",
        description = "Tools around LLM regression tests.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = PlanCommand.class)
public final class Main {

    private Main() {}

    /**
     * Runs a command and ends the JVM: with 0 where it did what was asked, with 2 where it was asked wrongly, with 1
     * where it failed.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(110)
                .setUsageHelpAutoWidth(false)
                .setExecutionExceptionHandler((thrown, command, parsed) -> {
                    if (thrown instanceof GoldenSetException) {
                        command.getErr().println(thrown.getMessage());
                        return CommandLine.ExitCode.USAGE;
                    }
                    throw thrown;
                });
    }

    /** Reads the version from the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"junit-llm " + Optional.ofNullable(version).orElse("(not from its jar)")};
        }
    }
}
