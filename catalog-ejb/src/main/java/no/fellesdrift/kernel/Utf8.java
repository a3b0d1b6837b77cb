package no.fellesdrift.kernel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text from bytes, strictly: a byte that is not UTF-8 is refused with its line. A byte order mark is passed over. */
public final class Utf8 {

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
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
