package dev.junitllm.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsPageTest {

    @TempDir
    private Path root;

    @BeforeEach
    void writeASource() throws IOException {
        Files.writeString(root.resolve("X.java"), """
                class X {
                    // tag::all[]
                    int a;

                    // tag::part[]
                    void b() {
                        a++;
                    }
                    // end::part[]
                    // end::all[]
                    // tag::open[]
                }
                """);
    }

    @Test
    void takesTheTaggedLinesToTheMarginAndLeavesOtherTagsOut() {
        assertThat(render("X.java#all", "old();").text()).isEqualTo(page("X.java#all", """
                int a;

                void b() {
                    a++;
                }
                """.stripTrailing()));
        assertThat(render("X.java#part", "old();\nolder();").faults()).isEmpty();
    }

    @Test
    void leavesAPageAloneThatAgreesWithItsSource() {
        String current = page("X.java#part", "void b() {\n    a++;\n}");

        assertThat(DocsPage.render(current, root).text()).isEqualTo(current);
    }

    @Test
    void refusesABlockThatNobodyCompiles() {
        assertThat(DocsPage.render("# Title\n\n```java\nint x;\n```\n", root).faults())
                .containsExactly("line 3: a java block without <!-- snippet: <file>#<tag> --> directly above,"
                        + " so nobody compiles it");
    }

    @Test
    void joinsSeveralRegionsOfOneTag() throws IOException {
        Files.writeString(root.resolve("Y.java"), """
                // tag::a[]
                one
                // end::a[]
                two
                // tag::a[]
                three
                // end::a[]
                """);

        assertThat(render("Y.java#a", "x").text()).isEqualTo(page("Y.java#a", "one\nthree"));
    }

    @Test
    void letsTheFirstTestAlone() {
        DocsPage page = DocsPage.render("<!-- first-test: A.java -->\n```java\nint x;\n```\n", root);

        assertThat(page.faults()).isEmpty();
    }

    @Test
    void refusesASnippetThatIsNotThere() {
        assertThat(render("X.java#none", "x").faults())
                .containsExactly("line 2: X.java has no lines between // tag::none[] and // end::none[]");
        assertThat(render("X.java#open", "x").faults()).hasSize(1);
        assertThat(render("Y.java#all", "x").faults())
                .singleElement()
                .asString()
                .startsWith("line 2: Y.java can't be");
        assertThat(render("X.java", "x").faults()).containsExactly("line 2: 'X.java' must read <file>#<tag>");
    }

    @Test
    void refusesAReferenceWithoutABlock() {
        assertThat(DocsPage.render("<!-- snippet: X.java#all -->\n\n```java\n```\n", root)
                        .faults())
                .first()
                .isEqualTo("line 2: ```java must stand directly below <!-- snippet: X.java#all -->");
    }

    private DocsPage render(String reference, String code) {
        return DocsPage.render(page(reference, code), root);
    }

    private static String page(String reference, String code) {
        return "<!-- snippet: " + reference + " -->\n```java\n" + code + "\n```\n";
    }
}
