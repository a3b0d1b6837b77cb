package no.fellesdrift.sla;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.sla.engine.Cause;
import no.fellesdrift.sla.engine.Step;

/**
 * The steps of a result as they are kept: one short run of bytes, since a month has a million of them and they are only
 * ever read together. A word that was written once is named by its number afterwards, a time by its distance from the
 * step before.
 *
 * <p>Form 1: the form's number; the number of steps; for each its kind, effect, cause and priority as words, key and
 * service as words, seconds from the last step's start to this one's, its length, its seconds if they are others, and
 * when it was due after its start. Numbers are of variable length, small ones short.
 */
final class Working {

    private static final int FORM = 1;
    private static final String NONE = "";

    private Working() {}

    static byte[] of(List<Step> steps) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 + steps.size() * 24);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            number(out, steps.size());
            Map<String, Integer> words = new LinkedHashMap<>();
            long last = 0;
            for (Step step : steps) {
                word(out, words, step.kind().name());
                word(out, words, step.effect().name());
                word(out, words, step.cause() == null ? NONE : step.cause().name());
                word(out, words, step.priority() == null ? NONE : step.priority());
                word(out, words, step.service());
                word(out, words, step.key());
                number(out, step.from() - last);
                number(out, step.to() - step.from());
                number(out, step.to() - step.from() - step.seconds());
                number(out, step.due() == null ? 0 : 1);
                if (step.due() != null) {
                    number(out, step.due() - step.from());
                }
                last = step.from();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<Step> steps(byte[] working) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(working))) {
            int form = in.readByte();
            if (form != FORM) {
                throw new IllegalStateException("A working of form " + form + " was written by a newer version");
            }
            int size = Math.toIntExact(number(in));
            List<Step> steps = new ArrayList<>(size);
            List<String> words = new ArrayList<>();
            long last = 0;
            for (int i = 0; i < size; i++) {
                Step.Kind kind = Step.Kind.valueOf(word(in, words));
                Step.Effect effect = Step.Effect.valueOf(word(in, words));
                String cause = word(in, words);
                String priority = word(in, words);
                String service = word(in, words);
                String key = word(in, words);
                long from = last + number(in);
                long length = number(in);
                long seconds = length - number(in);
                Long due = number(in) == 0 ? null : Long.valueOf(from + number(in));
                steps.add(new Step(
                        kind,
                        key,
                        service,
                        from,
                        from + length,
                        seconds,
                        effect,
                        cause.isEmpty() ? null : Cause.valueOf(cause),
                        due,
                        priority.isEmpty() ? null : priority));
                last = from;
            }
            return steps;
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    /** A word that is known already is its number, counted from one; a new one is zero and its text. */
    private static void word(DataOutputStream out, Map<String, Integer> words, String word) throws IOException {
        Integer known = words.putIfAbsent(word, words.size() + 1);
        if (known == null) {
            number(out, 0);
            out.writeUTF(word);
        } else {
            number(out, known);
        }
    }

    private static String word(DataInputStream in, List<String> words) throws IOException {
        int known = Math.toIntExact(number(in));
        if (known > 0) {
            return words.get(known - 1);
        }
        words.add(in.readUTF());
        return words.get(words.size() - 1);
    }

    /** Seven bits a byte, the lowest first, the sign in the lowest bit of all. */
    private static void number(DataOutputStream out, long value) throws IOException {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    private static long number(DataInputStream in) throws IOException {
        long rest = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.readUnsignedByte();
            rest |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return (rest >>> 1) ^ -(rest & 1);
            }
        }
    }
}
