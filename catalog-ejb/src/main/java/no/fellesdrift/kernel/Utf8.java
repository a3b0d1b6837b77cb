package no.fellesdrift.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text from bytes, strictly: a byte that is not UTF-8 is refused with its line. A byte order mark is passed over. */
public final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /** The bytes are not UTF-8. */
    public static final class Malformed extends Exception {

        private static final long serialVersionUID = 1;

        private final long line;

        Malformed(long line) {
            super("Not UTF-8 on line " + line, null, false, false);
            this.line = line;
        }

        /** From 1, where the first byte that is not UTF-8 stands. */
        public long line() {
            return line;
        }
    }

    /** As {@link Malformed}, in the middle of reading. */
    public static final class MalformedInput extends IOException {

        private static final long serialVersionUID = 1;

        private final long line;

        MalformedInput(long line) {
            super("Not UTF-8 on line " + line);
            this.line = line;
        }

        /** From 1, where the first byte that is not UTF-8 stands. */
        public long line() {
            return line;
        }
    }

    /** Reads text as it comes; a byte that is not UTF-8 ends it with {@link MalformedInput}. */
    public static Reader reader(InputStream in) {
        return new Strict(in);
    }

    private static final class Strict extends Reader {

        private static final int BYTES = 16_384;

        private final InputStream in;
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final ByteBuffer bytes = ByteBuffer.allocate(BYTES).limit(0);
        private final CharBuffer chars = CharBuffer.allocate(BYTES).limit(0);
        private long line = 1;
        private boolean begun;
        private boolean ended;
        private boolean wrong;

        Strict(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            while (!chars.hasRemaining()) {
                if (wrong) {
                    throw new MalformedInput(line);
                } else if (ended && !bytes.hasRemaining()) {
                    return -1;
                }
                fill();
            }
            int count = Math.min(length, chars.remaining());
            chars.get(buffer, offset, count);
            return count;
        }

        private void fill() throws IOException {
            bytes.compact();
            int count = ended ? -1 : in.read(bytes.array(), bytes.position(), bytes.remaining());
            ended |= count < 0;
            bytes.position(bytes.position() + Math.max(0, count)).flip();
            chars.clear();
            wrong = decoder.decode(bytes, chars, ended).isError();
            chars.flip();
            if (!begun && chars.hasRemaining()) {
                begun = true;
                if (chars.get(0) == BYTE_ORDER_MARK) {
                    chars.get();
                }
            }
            char[] read = chars.array();
            for (int i = chars.position(); i < chars.limit(); i++) {
                line += read[i] == '\n' ? 1 : 0;
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    public static String decode(byte[] bytes) throws Malformed {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        boolean wrong = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true)
                .isError();
        if (wrong) {
            long line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw new Malformed(line);
        }
        String text = out.flip().toString();
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }
}
