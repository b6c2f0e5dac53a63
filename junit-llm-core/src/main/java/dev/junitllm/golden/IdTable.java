package dev.junitllm.golden;

import java.util.Arrays;

/** Finds the row of an id again, in four to eight bytes a case. Lives only as long as the first pass. */
final class IdTable {

    private static final int FREE = -1;

    private final CaseIndex index;
    private int[] slots = free(256);
    private int used;

    IdTable(CaseIndex index) {
        this.index = index;
    }

    /** The row that has this id, or -1. */
    int find(byte[] id) {
        return slots[slot(id)];
    }

    void put(byte[] id, int row) {
        if (2 * ++used > slots.length) {
            int[] old = slots;
            slots = free(2 * old.length);
            for (int moved : old) {
                if (moved != FREE) {
                    slots[slot(index.idBytes(moved))] = moved;
                }
            }
        }
        slots[slot(id)] = row;
    }

    private int slot(byte[] id) {
        int mask = slots.length - 1;
        int hash = Arrays.hashCode(id) * 0x9e3779b9;
        int slot = (hash ^ (hash >>> 15)) & mask;
        while (slots[slot] != FREE && !index.hasId(slots[slot], id)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int[] free(int size) {
        int[] slots = new int[size];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
