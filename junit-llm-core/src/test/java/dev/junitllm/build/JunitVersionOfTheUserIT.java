package dev.junitllm.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.build.SurefireReport.Outcome;
import dev.junitllm.build.SurefireReport.TestCase;
import org.junit.jupiter.api.Test;

class JunitVersionOfTheUserIT {

    @Test
    void winsInAProjectWithoutJunitBomThatListsUsFirst() {
        var build = MavenProject.named("junit-version-of-the-user")
                .pom("""
                        <project xmlns="http://maven.apache.org/POM/4.0.0">
                          <modelVersion>4.0.0</modelVersion>
                          <groupId>demo</groupId>
                          <artifactId>demo</artifactId>
                          <version>1</version>
                          <properties>
                            <maven.compiler.release>17</maven.compiler.release>
                            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                          </properties>
                          <dependencies>
                            <dependency>
                              <groupId>dev.junitllm</groupId>
                              <artifactId>junit-llm-core</artifactId>
                              <version>${junitllm.version}</version>
                              <scope>test</scope>
                            </dependency>
                            <dependency>
                              <groupId>org.junit.jupiter</groupId>
                              <artifactId>junit-jupiter</artifactId>
                              <version>6.1.3</version>
                              <scope>test</scope>
                            </dependency>
                          </dependencies>
                          <build>
                            <plugins>
                              <plugin>
                                <artifactId>maven-compiler-plugin</artifactId>
                                <version>3.16.0</version>
                              </plugin>
                              <plugin>
                                <artifactId>maven-surefire-plugin</artifactId>
                                <version>3.5.6</version>
                              </plugin>
                            </plugins>
                          </build>
                        </project>
                        """)
                .testSource("demo/VersionTest.java", """
                        package demo;

                        import static org.junit.jupiter.api.Assertions.assertEquals;

                        import dev.junitllm.Printable;
                        import org.junit.jupiter.api.Test;

                        class VersionTest {
                          @Test
                          void everyPartOfJunitIsTheUsers() throws Exception {
                            for (String type : new String[] {
                                "org.junit.jupiter.api.Test",
                                "org.junit.jupiter.engine.JupiterTestEngine",
                                "org.junit.platform.engine.TestEngine",
                                "org.junit.platform.launcher.Launcher",
                                "org.junit.platform.commons.JUnitException"}) {
                              assertEquals("6.1.3", Class.forName(type).getPackage().getImplementationVersion(), type);
                            }
                          }

                          @Test
                          void weAreOnItsClassPath() {
                            assertEquals("a", Printable.line("a"));
                          }
                        }
                        """)
                .run("test");

        assertThat(build.exitCode()).as(build::output).isZero();
        assertThat(build.report("demo.VersionTest").tests())
                .containsExactlyInAnyOrder(
                        new TestCase("everyPartOfJunitIsTheUsers", Outcome.PASSED, ""),
                        new TestCase("weAreOnItsClassPath", Outcome.PASSED, ""));
    }
}
