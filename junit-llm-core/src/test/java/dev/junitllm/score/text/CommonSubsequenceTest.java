package dev.junitllm.score.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CommonSubsequenceTest {

    @Test
    void isWhatTheTextbookSays() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 2_000; i++) {
            int symbols = 1 + random.nextInt(6);
            int[] one = random.ints(random.nextInt(200), 0, symbols).toArray();
            int[] other = random.ints(random.nextInt(200), 0, symbols).toArray();
            assertThat(CommonSubsequence.length(one, other, "words"))
                    .as("%s and %s of seed 3", one, other)
                    .isEqualTo(textbook(one, other));
        }
    }

    @Test
    void refusesWhatTakesTooLong() {
        assertThatThrownBy(() -> CommonSubsequence.length(new int[200_000], ones(200_000), "words"))
                .isInstanceOf(TooLargeException.class)
                .hasMessage("200000 by 200000 words, and the product may be 10000000000");
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        java.util.Arrays.fill(ones, 1);
        return ones;
    }

    private static int textbook(int[] one, int[] other) {
        int[][] lengths = new int[one.length + 1][other.length + 1];
        for (int i = 1; i <= one.length; i++) {
            for (int j = 1; j <= other.length; j++) {
                lengths[i][j] = one[i - 1] == other[j - 1]
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        return lengths[one.length][other.length];
    }
}
