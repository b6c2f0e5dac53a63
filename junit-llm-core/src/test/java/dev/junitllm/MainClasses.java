package dev.junitllm;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** Our classes without those of the tests, wherever they were compiled to: ArchUnit knows Maven's and Gradle's folders only. */
public final class MainClasses implements ImportOption {

    private static final Pattern TESTS = Pattern.compile(".*/(test|test-classes)/dev/junitllm/.*");

    @Override
    public boolean includes(Location location) {
        return !location.matches(TESTS);
    }
}
