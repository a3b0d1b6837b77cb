package no.fellesdrift.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Utf8;

/**
 * Records to JSON and back by Jackson, with the habits of the API: single values as {@link Values} has them, texts in
 * the caller's language, an absent value {@code null}, unknown fields refused, and every wrong field named by its path at
 * once ({@link WrongFields}) instead of the first alone.
 */
public final class Json {

    /** Deeper than anything of ours, shallower than any stack. */
    private static final int DEEPEST = 100;

    /** A file of 20 MB in Base64. */
    private static final int LONGEST_TEXT = 30_000_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .accessorNaming(new RecordNames())
            .addModule(new ValueTypes())
            .addHandler(new WrongFields())
            .build();

    private Json() {}

    // ------------------------------------------------------------------------------------------------- writing

    /** @param language of the texts that have three: {@code nb}, {@code nn} or {@code en} */
    public static void write(Object value, String language, OutputStream out) {
        try {
            writer(language).writeValue(out, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(Object value, String language) {
        try {
            return writer(language).writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectWriter writer(String language) {
        return MAPPER.writer().withAttribute(ValueTypes.LANGUAGE, language);
    }

    // ------------------------------------------------------------------------------------------------- reading

    /**
     * Reads UTF-8 JSON into a record, or a list or map of them. Absent fields are null.
     *
     * @throws Rejection MALFORMED_JSON when it is not JSON, WRONG_FIELDS with a violation for each field that cannot be
     *     read or is unknown
     */
    public static Object read(InputStream in, Type type) throws IOException {
        byte[] bytes = in.readAllBytes();
        if (bytes.length == 0) {
            throw new Rejection(ApiReason.EMPTY_BODY);
        }
        try {
            String text = Utf8.decode(bytes);
            return read(type, reader -> reader.readValue(text));
        } catch (Utf8.Malformed e) {
            throw new Rejection(ApiReason.NOT_UTF_8, e.line());
        }
    }

    /** @throws Rejection WRONG_FIELDS with a violation for each field that cannot be read or is unknown */
    public static Object read(JsonNode value, Type type) {
        return read(type, reader -> reader.readValue(value));
    }

    /**
     * Any JSON, to be looked at before it is read into something.
     *
     * @throws Rejection MALFORMED_JSON
     */
    public static JsonNode tree(String text) {
        return (JsonNode) read(JsonNode.class, reader -> reader.readTree(text));
    }

    /**
     * A text that is one object, as a record.
     *
     * @param wrong takes a violation for each field that cannot be read or is unknown, or for what is no object
     * @throws Rejection MALFORMED_JSON
     */
    public static <T> T record(String text, FlatRecord<T> type, List<Violation> wrong) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            T read = null;
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                read = type.read(parser, wrong);
            } else {
                parser.skipChildren();
                wrong.add(Violation.of("", "api.wrong.object"));
            }
            if (parser.nextToken() != null) {
                var at = parser.currentTokenLocation();
                throw new Rejection(ApiReason.MALFORMED_JSON, at.getLineNr(), at.getColumnNr());
            }
            return read;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * The values of an array one by one, as they are read; of what is no array that alone. A value is looked at before it
     * is read ({@link #tree}), or read at once ({@link #record}).
     */
    public static final class Elements {

        private static final ObjectReader ONE_OF_MANY =
                MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

        private final JsonParser parser;
        private boolean array;
        private boolean begun;
        private boolean ended;

        /** @param text is read as far as it is asked for */
        public Elements(Reader text) throws IOException {
            parser = MAPPER.createParser(text);
        }

        /**
         * Goes to the next value; false when there are no more.
         *
         * @throws Rejection EMPTY_BODY, MALFORMED_JSON
         */
        public boolean next() throws IOException {
            try {
                if (ended || (begun && !array)) {
                    end();
                    return false;
                }
                JsonToken token = parser.nextToken();
                if (!begun) {
                    begun = true;
                    if (token == null) {
                        throw new Rejection(ApiReason.EMPTY_BODY);
                    }
                    array = token == JsonToken.START_ARRAY;
                    token = array ? parser.nextToken() : token;
                }
                if (array && token == JsonToken.END_ARRAY) {
                    end();
                    return false;
                }
                return true;
            } catch (JsonProcessingException e) {
                throw malformed(e);
            }
        }

        /** Whether the value is an object. */
        public boolean isObject() {
            return parser.currentToken() == JsonToken.START_OBJECT;
        }

        /** The value as it is. @throws Rejection MALFORMED_JSON */
        public JsonNode tree() throws IOException {
            try {
                return ONE_OF_MANY.readTree(parser);
            } catch (JsonProcessingException e) {
                throw malformed(e);
            }
        }

        /**
         * The value, an object, as a record.
         *
         * @param wrong takes a violation for each field that cannot be read or is unknown
         * @throws Rejection MALFORMED_JSON
         */
        public <T> T record(FlatRecord<T> type, List<Violation> wrong) throws IOException {
            try {
                return type.read(parser, wrong);
            } catch (JsonProcessingException e) {
                throw malformed(e);
            }
        }

        private void end() throws IOException {
            ended = true;
            if (parser.nextToken() != null) {
                var at = parser.currentTokenLocation();
                throw new Rejection(ApiReason.MALFORMED_JSON, at.getLineNr(), at.getColumnNr());
            }
        }
    }

    @FunctionalInterface
    private interface Reading {
        Object by(ObjectReader reader) throws JsonProcessingException, IOException;
    }

    private static Object read(Type type, Reading reading) {
        JavaType wanted = MAPPER.constructType(type);
        List<Violation> wrong = new ArrayList<>();
        Object value = null;
        try {
            value = reading.by(MAPPER.readerFor(wanted).withAttribute(WrongFields.class, wrong));
        } catch (JsonMappingException e) {
            Rejection refused = WrongFields.rejectionIn(e);
            if (refused != null) {
                throw refused;
            }
            if (e.getCause() instanceof JsonProcessingException broken
                    && !(e.getCause() instanceof JsonMappingException)) {
                throw malformed(broken);
            }
            if (e.getPath().isEmpty()) {
                throw malformed(e); // something follows after the value
            }
            wrong.add(Violation.of(WrongFields.path(e.getPath()), "api.wrong.object"));
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!wrong.isEmpty()) {
            throw new Rejection(ApiReason.WRONG_FIELDS, wrong);
        }
        return value;
    }

    private static Rejection malformed(JsonProcessingException e) {
        var at = e.getLocation();
        return new Rejection(
                ApiReason.MALFORMED_JSON,
                at == null ? 1 : Math.max(1, at.getLineNr()),
                at == null ? 1 : Math.max(1, at.getColumnNr()));
    }
}
