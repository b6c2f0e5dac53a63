package dev.junitllm.build;

/** The small project most of these tests build: what a user of this library has before the first eval is written. */
final class EvalProjects {

    /** The JUnit these projects use where a test has no reason for another: the newest supported. */
    static final String JUNIT = "6.1.3";

    private EvalProjects() {}

    /** Begins a project with a whole POM and the four capitals as its golden set. */
    static MavenProject capitals(String name) {
        return begin(name, JUNIT, "").file("src/test/resources/golden/capitals.jsonl", """
                {"id": "france", "input": "What is the capital of France?", "expected": "Paris", "tags": ["europe"]}
                {"id": "italy", "input": "What is the capital of Italy?", "expected": "Rome", "tags": ["europe"]}
                {"id": "spain", "input": "What is the capital of Spain?", "expected": "Madrid", "tags": ["europe"]}
                {"id": "peru", "input": "What is the capital of Peru?", "expected": "Lima", "tags": ["america"]}
                """);
    }

    /** Begins a project with a whole POM; {@code surefire} goes into that plugin's configuration. */
    static MavenProject begin(String name, String junit, String surefire) {
        return MavenProject.named(name).pom(pom(junit, surefire));
    }

    /** The test class that answers three of the four capitals, under the annotations given. */
    static String threeOfFour(String className, String annotations) {
        return evalClass(className, annotations, """
                actual.output(golden.id().equals("italy") ? "Milan" : golden.expected());""");
    }

    /** A test class with one golden-set method, called {@code answers}. */
    static String evalClass(String className, String annotations, String body) {
        return """
                package demo;

                import dev.junitllm.Actual;
                import dev.junitllm.GoldenCase;
                import dev.junitllm.gate.*;
                import dev.junitllm.jupiter.*;
                import dev.junitllm.score.*;
                import dev.junitllm.score.answer.*;
                import dev.junitllm.score.text.*;

                class %s {
                  %s
                  void answers(GoldenCase golden, Actual actual) throws Exception {
                    %s
                  }
                }
                """.formatted(className, annotations.strip(), body.strip());
    }

    static String pom(String junit, String surefire) {
        return """
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
                      <version>%s</version>
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
                        <configuration>%s</configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(junit, surefire);
    }
}
