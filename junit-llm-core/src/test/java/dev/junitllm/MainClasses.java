package dev.junitllm;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** Looks at what is shipped alone, whatever folder a build tool or an IDE compiles to: what lies where a main class does. */
public final class MainClasses implements ImportOption {

    private final String place =
            GoldenCase.class.getProtectionDomain().getCodeSource().getLocation().getPath();

    @Override
    public boolean includes(Location location) {
        return location.contains(place);
    }
}
