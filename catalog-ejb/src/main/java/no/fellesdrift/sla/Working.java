package no.fellesdrift.sla;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.Step;

/**
 * The steps of a result as they are kept: one short run of bytes, since a month has a million of them and they are only
 * ever read together. A word that the step before used in the same place is not repeated, a time is its distance from
 * the step before.
 *
 * <p>Form 1: the form's number; the number of steps; for each its kind, effect, cause, priority, service and key as
 * words; seconds from the last step's start to this one's, its length, how many of these do not count, and the
 * seconds from start to due, those from zero up one more, since zero says that it has no due instant. Numbers have seven bits a byte, the lowest first, the
 * sign in the lowest bit of all. A word is its length in bytes and its UTF-8, or −1 for that of the step before.
 */
public final class Working {

    private static final int FORM = 1;
    private static final int WORDS = 6;
    /** No step's numbers take more bytes: ten for each of its words' lengths and its four times. */
    private static final int NUMBERS = (WORDS + 4) * 10;

    private static final String NONE = "";

    private byte[] bytes;
    private int at;
    private final String[] last = new String[WORDS];

    private Working(byte... bytes) {
        this.bytes = bytes;
        Arrays.fill(last, NONE);
    }

    static byte[] of(List<Step> steps) {
        Working working = new Working(new byte[2 * NUMBERS + steps.size() * 32]);
        working.write(FORM);
        working.write(steps.size());
        long before = 0;
        for (Step step : steps) {
            working.room(NUMBERS);
            working.word(0, step.kind().name());
            working.word(1, step.effect().name());
            working.word(2, step.cause() == null ? NONE : step.cause().name());
            working.word(3, step.priority() == null ? NONE : step.priority());
            working.word(4, step.service());
            working.word(5, step.key());
            long length = step.to() - step.from();
            working.write(step.from() - before);
            working.write(length);
            working.write(length - step.seconds());
            long wait = step.due() == null ? 0 : step.due() - step.from();
            working.write(step.due() == null ? 0 : wait < 0 ? wait : wait + 1);
            before = step.from();
        }
        return Arrays.copyOf(working.bytes, working.at);
    }

    /** @throws IllegalStateException when a newer version of the product wrote it */
    public static List<Step> steps(byte... bytes) {
        Working working = new Working(bytes);
        long form = working.read();
        if (form != FORM) {
            throw new IllegalStateException("A working of form " + form + " was written by a newer version");
        }
        int size = Math.toIntExact(working.read());
        List<Step> steps = new ArrayList<>(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            Step.Kind kind = Step.Kind.valueOf(working.word(0));
            Step.Effect effect = Step.Effect.valueOf(working.word(1));
            String cause = working.word(2);
            String priority = working.word(3);
            String service = working.word(4);
            String key = working.word(5);
            long from = before + working.read();
            long length = working.read();
            long seconds = length - working.read();
            long due = working.read();
            steps.add(new Step(
                    kind,
                    key,
                    service,
                    from,
                    from + length,
                    seconds,
                    effect,
                    cause.isEmpty() ? null : Cause.valueOf(cause),
                    due == 0 ? null : Long.valueOf(from + (due < 0 ? due : due - 1)),
                    priority.isEmpty() ? null : priority));
            before = from;
        }
        return steps;
    }

    private void word(int place, String word) {
        if (word.equals(last[place])) {
            write(-1);
            return;
        }
        byte[] text = word.getBytes(StandardCharsets.UTF_8);
        write(text.length);
        room(text.length + NUMBERS);
        System.arraycopy(text, 0, bytes, at, text.length);
        at += text.length;
        last[place] = word;
    }

    private String word(int place) {
        int length = Math.toIntExact(read());
        if (length >= 0) {
            last[place] = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
        }
        return last[place];
    }

    private void write(long value) {
        byte[] into = bytes;
        int next = at;
        long rest = (value << 1) ^ (value >> 63);
        while (rest >>> 7 != 0) {
            into[next++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        into[next++] = (byte) rest;
        at = next;
    }

    private long read() {
        long rest = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[at++];
            rest |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
    }

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(at + more, bytes.length * 2));
        }
    }
}
