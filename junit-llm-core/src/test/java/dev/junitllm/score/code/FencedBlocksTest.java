package dev.junitllm.score.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.junitllm.score.code.FencedBlocks.Block;
import org.junit.jupiter.api.Test;

class FencedBlocksTest {

    @Test
    void findsBlocksAndTheirLanguages() {
        assertThat(FencedBlocks.in("Hi\n```python\nx = 1\n```\nor\n~~~ JS title=\"a\"\nlet x\n\n~~~~\nBye"))
                .containsExactly(new Block("python", "x = 1\n"), new Block("js", "let x\n\n"));
        assertThat(FencedBlocks.in("no block, `x` and ``y``")).isEmpty();
        assertThat(FencedBlocks.in("```\r\nx\r\n```\r\n")).containsExactly(new Block("", "x\n"));
        assertThat(FencedBlocks.in("```{.python}\nx\n```")).hasSize(1);
    }

    @Test
    void aFenceEndsAtOneOfItsKindAndLengthOrMore() {
        assertThat(FencedBlocks.in("````\n```\nx\n```\n~~~~\n`````"))
                .containsExactly(new Block("", "```\nx\n```\n~~~~\n"));
        assertThat(FencedBlocks.in("```\nx\n``` not here\n```")).containsExactly(new Block("", "x\n``` not here\n"));
    }

    @Test
    void aBlockThatIsNotClosedRunsToTheEnd() {
        assertThat(FencedBlocks.in("```python\nx = 1\ny =")).containsExactly(new Block("python", "x = 1\ny =\n"));
        assertThat(FencedBlocks.in("```")).containsExactly(new Block("", ""));
    }

    @Test
    void keepsTheIndentOfCodeAndTakesTheFencesOwnAway() {
        assertThat(FencedBlocks.in("```\n    return 1\n```")).containsExactly(new Block("", "    return 1\n"));
        assertThat(FencedBlocks.in("  ```\n  if x:\n      y\n z\n  ```"))
                .containsExactly(new Block("", "if x:\n    y\nz\n"));
        assertThat(FencedBlocks.in("    ```\n    indented code, no fence\n    ```"))
                .isEmpty();
    }

    @Test
    void aBacktickBehindBackticksIsNoFence() {
        assertThat(FencedBlocks.in("``` a`b\nx\n")).isEmpty();
        assertThat(FencedBlocks.in("~~~ a`b\nx\n")).containsExactly(new Block("a`b", "x\n"));
    }

    @Test
    void readsAMegabyteOfFencesAtOnce() {
        assertThat(FencedBlocks.in("`".repeat(1 << 20))).hasSize(1);
        assertThat(FencedBlocks.in("```\n".repeat(1 << 18))).hasSize(1 << 17);
        assertThat(FencedBlocks.in("``` `\n".repeat(1 << 17))).isEmpty();
    }
}
