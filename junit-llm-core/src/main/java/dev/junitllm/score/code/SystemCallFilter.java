package dev.junitllm.score.code;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A filter of system calls (seccomp, a program for the kernel's classic BPF machine) for what namespaces don't hold up: keys
 * that a login keeps in the kernel, sockets to the host of a virtual machine, and interfaces that generated code has no use
 * for and kernels have had many holes in. Such a call fails with EPERM; calls of another architecture do too.
 *
 * @param architecture the kernel's number, {@code AUDIT_ARCH_…}
 * @param foreignFrom from which number on calls belong to another binary interface, as x32; or 0 where there is none
 * @param socket the number of {@code socket}
 * @param refused the numbers of {@code add_key, request_key, keyctl, io_uring_setup, bpf, perf_event_open, userfaultfd, ptrace,
 *     process_vm_readv, process_vm_writev}
 */
record SystemCallFilter(int architecture, int foreignFrom, int socket, List<Integer> refused) {

    private static final SystemCallFilter X86_64 =
            new SystemCallFilter(0xC000003E, 0x40000000, 41, List.of(248, 249, 250, 425, 321, 298, 323, 101, 310, 311));
    private static final SystemCallFilter AARCH64 =
            new SystemCallFilter(0xC00000B7, 0, 198, List.of(217, 218, 219, 425, 280, 241, 282, 117, 270, 271));

    private static final int LOAD = 0x20;
    private static final int IF_EQUAL = 0x15;
    private static final int IF_AT_LEAST = 0x35;
    private static final int RETURN = 0x06;

    private static final int NUMBER = 0;
    private static final int ARCHITECTURE = 4;
    private static final int FIRST_ARGUMENT = 16;

    private static final int ALLOW = 0x7FFF0000;
    private static final int REFUSE = 0x00050000 | 1;
    private static final int VSOCK = 40;
    private static final int INSTRUCTION_BYTES = 8;

    /** The filter for this machine's processor, where its numbers are known. */
    static Optional<SystemCallFilter> ofThisMachine() {
        return switch (System.getProperty("os.arch", "")) {
            case "amd64", "x86_64" -> Optional.of(X86_64);
            case "aarch64" -> Optional.of(AARCH64);
            default -> Optional.empty();
        };
    }

    /** The program as the kernel reads it. */
    byte[] program() {
        ByteBuffer program = ByteBuffer.allocate(INSTRUCTION_BYTES * (11 + 2 * refused.size()))
                .order(ByteOrder.nativeOrder());
        add(program, LOAD, 0, 0, ARCHITECTURE);
        add(program, IF_EQUAL, 1, 0, architecture);
        add(program, RETURN, 0, 0, REFUSE);
        add(program, LOAD, 0, 0, NUMBER);
        if (foreignFrom != 0) {
            add(program, IF_AT_LEAST, 0, 1, foreignFrom);
            add(program, RETURN, 0, 0, REFUSE);
        }
        for (int number : refused) {
            add(program, IF_EQUAL, 0, 1, number);
            add(program, RETURN, 0, 0, REFUSE);
        }
        add(program, IF_EQUAL, 0, 3, socket);
        add(program, LOAD, 0, 0, FIRST_ARGUMENT);
        add(program, IF_EQUAL, 0, 1, VSOCK);
        add(program, RETURN, 0, 0, REFUSE);
        add(program, RETURN, 0, 0, ALLOW);
        return Arrays.copyOf(program.array(), program.position());
    }

    /** One instruction; a jump goes over as many of the next ones as it says. */
    private static void add(ByteBuffer program, int code, int jumpIfTrue, int jumpIfFalse, int operand) {
        program.putShort((short) code)
                .put((byte) jumpIfTrue)
                .put((byte) jumpIfFalse)
                .putInt(operand);
    }
}
