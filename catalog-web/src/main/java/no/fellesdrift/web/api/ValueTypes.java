package no.fellesdrift.web.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.Serializers;
import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.Iterator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.fellesdrift.kernel.LocalizedText;

/** Tells Jackson how single values are written and read: by {@link Values}, and texts in the caller's language. */
final class ValueTypes extends SimpleModule {

    /** The attribute with the language to write in. */
    static final String LANGUAGE = "language";

    private static final long serialVersionUID = 1;

    /** What Jackson writes as we do. */
    private static final Set<Class<?>> PLAIN =
            Set.of(String.class, Boolean.class, Integer.class, Long.class, Short.class, BigInteger.class, Object.class);

    @Override
    public void setupModule(SetupContext context) {
        addDeserializer(Number.class, new Numbers()); // of a value of any type
        super.setupModule(context);
        context.addSerializers(new Writing());
        context.addKeySerializers(new Keys());
        context.addDeserializers(new Reading());
    }

    // ------------------------------------------------------------------------------------------------- writing

    private static final class Writing extends Serializers.Base {
        @Override
        public JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            Class<?> raw = type.getRawClass();
            if (raw == LocalizedText.class) {
                return writing((value, out, context) ->
                        out.writeString(((LocalizedText) value).in((String) context.getAttribute(LANGUAGE))));
            } else if (raw == Optional.class) {
                return writing((value, out, context) ->
                        context.defaultSerializeValue(((Optional<?>) value).orElse(null), out));
            } else if (Stream.class.isAssignableFrom(raw)) {
                return writing(ValueTypes::array);
            } else if (Values.isText(raw)) {
                return writing((value, out, context) -> out.writeString(Values.text(value)));
            } else if (raw.isRecord()
                    || raw.isPrimitive()
                    || PLAIN.contains(raw)
                    || JsonNode.class.isAssignableFrom(raw)) {
                return null;
            }
            throw new IllegalArgumentException("Nothing tells how to write a " + raw);
        }
    }

    private static final class Keys extends Serializers.Base {
        @Override
        public JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription description) {
            return writing((key, out, context) -> out.writeFieldName(Values.text(key)));
        }
    }

    private static void array(Object stream, JsonGenerator out, SerializerProvider context) throws IOException {
        out.writeStartArray();
        for (Iterator<?> items = ((Stream<?>) stream).iterator(); items.hasNext(); ) {
            context.defaultSerializeValue(items.next(), out);
        }
        out.writeEndArray();
    }

    @FunctionalInterface
    private interface Way {
        void write(Object value, JsonGenerator out, SerializerProvider context) throws IOException;
    }

    private static JsonSerializer<Object> writing(Way way) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(Object value, JsonGenerator out, SerializerProvider context) throws IOException {
                way.write(value, out, context);
            }
        };
    }

    // ------------------------------------------------------------------------------------------------- reading

    private static final class Reading extends Deserializers.Base {
        @Override
        public JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            return Values.isRead(type.getRawClass()) ? new OfText(type.getRawClass()) : null;
        }

        @Override
        public JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return new OfText(type);
        }
    }

    /** A single value, of a string or a number. */
    private static final class OfText extends JsonDeserializer<Object> {

        private final Class<?> type;

        OfText(Class<?> type) {
            if (type.isPrimitive()) {
                throw new IllegalArgumentException("A field may be absent, so none is a " + type);
            }
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonToken token = in.currentToken();
            boolean fits = type == Boolean.class
                    ? token.isBoolean()
                    : token == JsonToken.VALUE_STRING || (token.isNumeric() && type != String.class);
            if (!fits) {
                WrongFields.add(in, context, Values.kind(type));
                return null;
            }
            try {
                return Values.read(in.getText(), type);
            } catch (DateTimeException | IllegalArgumentException | ArithmeticException unreadable) {
                WrongFields.add(in, context, Values.kind(type), in.getText());
                return null;
            }
        }
    }

    /** A number where any value may stand, exactly. */
    private static final class Numbers extends JsonDeserializer<Number> {
        @Override
        public Number deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return Values.decimal(in.getText());
            } catch (NumberFormatException tooLong) {
                WrongFields.add(in, context, "number", in.getText());
                return null;
            }
        }
    }
}
