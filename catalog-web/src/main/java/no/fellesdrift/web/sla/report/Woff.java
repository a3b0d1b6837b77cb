package no.fellesdrift.web.sla.report;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The letters of the pages in the form that a PDF embeds: a web font (WOFF 1.0, https://www.w3.org/TR/WOFF/) holds the
 * tables of an OpenType font, each compressed by itself.
 */
final class Woff {

    private static final int SIGNATURE = 0x774F4646;
    private static final int WOFF_ENTRY = 20;
    private static final int WOFF_HEADER = 44;
    private static final int SFNT_ENTRY = 16;
    private static final int SFNT_HEADER = 12;

    private Woff() {}

    /** @throws IllegalArgumentException when it is no such font */
    static byte[] sfnt(byte[] woff) {
        ByteBuffer in = ByteBuffer.wrap(woff);
        if (in.getInt(0) != SIGNATURE) {
            throw new IllegalArgumentException("No WOFF 1.0 font");
        }
        int tables = in.getShort(12);
        int power = Integer.highestOneBit(tables);
        ByteBuffer head = ByteBuffer.allocate(SFNT_HEADER + tables * SFNT_ENTRY);
        head.putInt(in.getInt(4));
        head.putShort((short) tables);
        head.putShort((short) (power * SFNT_ENTRY));
        head.putShort((short) Integer.numberOfTrailingZeros(power));
        head.putShort((short) ((tables - power) * SFNT_ENTRY));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < tables; i++) {
            int entry = WOFF_HEADER + i * WOFF_ENTRY;
            int length = in.getInt(entry + 12);
            head.putInt(in.getInt(entry));
            head.putInt(in.getInt(entry + 16));
            head.putInt(head.capacity() + body.size());
            head.putInt(length);
            body.writeBytes(table(woff, in.getInt(entry + 4), in.getInt(entry + 8), length));
            while (body.size() % 4 != 0) {
                body.write(0);
            }
        }
        ByteArrayOutputStream font = new ByteArrayOutputStream();
        font.writeBytes(head.array());
        font.writeBytes(body.toByteArray());
        return font.toByteArray();
    }

    private static byte[] table(byte[] woff, int offset, int stored, int length) {
        byte[] table = new byte[length];
        if (stored == length) {
            System.arraycopy(woff, offset, table, 0, length);
            return table;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(woff, offset, stored);
            int read = inflater.inflate(table);
            if (read != length) {
                throw new IllegalArgumentException("A table of the font ends early");
            }
            return table;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("A table of the font is broken", e);
        } finally {
            inflater.end();
        }
    }
}
