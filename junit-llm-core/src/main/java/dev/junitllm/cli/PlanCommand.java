package dev.junitllm.cli;

import dev.junitllm.golden.FieldMapping;
import dev.junitllm.golden.GoldenCases;
import dev.junitllm.golden.GoldenSource;
import dev.junitllm.golden.ReadingLimits;
import dev.junitllm.golden.Selection;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says before anything is paid for what a golden set can show, and what it takes to show more. */
@Command(
        name = "plan",
        description =
                "Says what a golden set can show, how many cases and samples it takes to show more, and what that costs.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        showDefaultValues = true,
        footer = {
            "",
            "Examples:",
            "  plan --golden src/test/resources/golden/handbook.jsonl --at-least 0.9 --target 0.95",
            "  plan --cases 40 --drop 0.05 --price 0.002",
            "",
            "The formulas, with their sources: docs/statistics.md."
        })
final class PlanCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--golden", paramLabel = "FILE", description = "The golden set, one file or several; globs work.")
    private List<String> golden = List.of();

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "Its format, such as mmlu; by its name unless given.")
    private String format = "";

    @Option(names = "--cases", paramLabel = "N", description = "How many cases there are, instead of --golden.")
    private @Nullable Integer cases;

    @Option(names = "--samples", paramLabel = "K", description = "Samples of each case, as in @Samples.")
    private int samples = 1;

    @Option(
            names = "--alike",
            paramLabel = "R",
            description = "How alike the samples of one case are (intraclass correlation).")
    private double alike = 0.5;

    @Option(names = "--at-least", paramLabel = "RATE", description = "The bar of @PassRate.")
    private double atLeast = 0.9;

    @Option(names = "--target", paramLabel = "RATE", description = "The rate of a good application.")
    private double target = 0.95;

    @Option(
            names = "--drop",
            paramLabel = "D",
            description = "The drop of the pass rate to see, as in @NoRegression(maxDrop).")
    private double drop = 0.05;

    @Option(
            names = "--discordant",
            paramLabel = "SHARE",
            description = "The share of cases that come out differently in two runs.")
    private double discordant = 0.15;

    @Option(names = "--confidence", paramLabel = "C", description = "How sure a verdict must be.")
    private double confidence = 0.95;

    @Option(names = "--power", paramLabel = "P", description = "How likely a drop that is there is to be seen.")
    private double power = 0.8;

    @Option(names = "--price", paramLabel = "PRICE", description = "What one sample costs, its judges included.")
    private @Nullable BigDecimal price;

    @Override
    public Integer call() {
        try {
            Question question =
                    new Question(count(), samples, alike, atLeast, target, drop, discordant, confidence, power, price);
            var out = Objects.requireNonNull(spec).commandLine().getOut();
            Plan.of(question).forEach(out::println);
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Objects.requireNonNull(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int count() {
        if (golden.isEmpty() == (cases == null)) {
            throw new IllegalArgumentException("the set: give either --golden or --cases");
        }
        return cases == null ? read() : cases;
    }

    private int read() {
        List<String> files = golden.stream().map(file -> "file:" + file).toList();
        try (GoldenCases read = GoldenCases.open(
                new GoldenSource(files, format, FieldMapping.NONE),
                Main.class,
                Path.of("").toAbsolutePath(),
                Selection.ALL,
                ReadingLimits.DEFAULT,
                List.of())) {
            return read.size();
        }
    }
}
