package dev.junitllm.report.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.junitllm.Configuration;
import dev.junitllm.ConfigurationException;
import dev.junitllm.report.RunReporterProvider;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AllureReporterProviderTest {

    @Test
    void isFoundAndReportsWhereAllureIs() {
        assertThat(ServiceLoader.load(RunReporterProvider.class))
                .hasAtLeastOneElementOfType(AllureReporterProvider.class);
        assertThat(new AllureReporterProvider().create(configuration(Map.of()))).isPresent();
    }

    @Test
    void refusesAWrongSetting() {
        Configuration wrong = configuration(Map.of("junit.llm.allure.soft-misses", "green"));

        assertThatThrownBy(() -> new AllureReporterProvider().create(wrong))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("junit.llm.allure.soft-misses");
    }

    @Test
    void reportsNothingAndLoadsNothingOfAllureWhereItIsNot() throws Exception {
        try (WithoutAllure loader = new WithoutAllure()) {
            Class<?> configurationType = loader.loadClass(Configuration.class.getName());
            Function<String, Optional<String>> nothing = key -> Optional.empty();
            Object configuration =
                    configurationType.getMethod("of", Function.class, Map.class).invoke(null, nothing, Map.of());
            Class<?> providerType = loader.loadClass(RunReporterProvider.class.getName());
            List<Object> reporters = new ArrayList<>();
            List<String> providers = new ArrayList<>();
            for (Object provider : ServiceLoader.load(providerType, loader)) {
                providers.add(provider.getClass().getName());
                Optional<?> reporter = (Optional<?>)
                        providerType.getMethod("create", configurationType).invoke(provider, configuration);
                if (provider.getClass().getName().equals(AllureReporterProvider.class.getName())) {
                    reporter.ifPresent(reporters::add);
                }
            }

            assertThat(providers).contains(AllureReporterProvider.class.getName());
            assertThat(reporters).isEmpty();
            assertThat(loader.loaded)
                    .contains(AllureReporterProvider.class.getName())
                    .doesNotContain(AllureReporter.class.getName());
            assertThat(loader.asked).containsExactly("io.qameta.allure.AllureLifecycle");
        }
    }

    private static Configuration configuration(Map<String, String> values) {
        return Configuration.of(key -> Optional.ofNullable(values.get(key)), Map.of());
    }

    /** Everything on the class path but Allure, loaded anew. */
    private static final class WithoutAllure extends URLClassLoader {

        private final List<String> asked = new ArrayList<>();
        private final List<String> loaded = new ArrayList<>();

        private WithoutAllure() {
            super(
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(entry -> !entry.contains("allure-") || !entry.endsWith(".jar"))
                            .map(WithoutAllure::url)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("io.qameta.")) {
                asked.add(name);
            }
            Class<?> type = super.loadClass(name, resolve);
            if (type.getClassLoader() == this) {
                loaded.add(name);
            }
            return type;
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
