package dev.junitllm.score.answer;

import java.math.BigDecimal;

/**
 * The items that output and answer share, in any order, as F1: twice the shared items over all items of both, from 0 to 1. An
 * item counts as often as both have it. Where both list nothing the score is 1, where one does 0. Of several acceptable answers,
 * each a whole list, the best counts. {@link ItemsScore} has precision, recall and items that are only alike.
 *
 * <p>Items are, in output and answer alike, the first of these that there is:
 *
 * <ol>
 *   <li>the elements of a JSON array that is all there is, or stands behind a colon or in a code block;
 *   <li>lines that begin with {@code -}, {@code *}, {@code +}, {@code •}, {@code 1.} or {@code 1)}, whatever stands between them;
 *   <li>lines, where there are several; lines that end in a colon are none;
 *   <li>what semicolons, else commas, separate in the only line, behind the first colon and blank where there is one. An
 *       <i>and</i> between the last two separates them as well, or doesn't, whichever scores better: {@code Serbia, Bosnia and
 *       Herzegovina}. A comma within a number separates nothing.
 * </ol>
 *
 * <p>Quotes, Markdown emphasis and a full stop, comma or semicolon at the end of an item are left out. Items are equal but for
 * case, Unicode compatibility forms (NFKC) and white space.
 *
 * <p>The list metric of autoevals divides by the longer list and counts partial likeness: of {@code a} and {@code a, b} it has
 * 1/2 where F1 is 2/3.
 */
public final class SetAnswer extends ItemsScorer {

    /** The name of its scores. */
    static final String NAME = "set-answer";

    /** Makes the metric. */
    public SetAnswer() {
        super(NAME, false, BigDecimal.ONE, ItemsFigure.F1);
    }
}
