package dev.junitllm;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Leaves out the tests wherever they were compiled to: ArchUnit's own option knows the folders of Maven, Gradle and IntelliJ alone. */
public final class MainClasses implements ImportOption {

    private static final String TESTS = MainClasses.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();

    @Override
    public boolean includes(Location location) {
        return !location.contains(TESTS);
    }
}
