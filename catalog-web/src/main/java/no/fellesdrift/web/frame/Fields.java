package no.fellesdrift.web.frame;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.component.UIComponent;

/** What converters say, in the reader's language. */
final class Fields {

    private Fields() {}

    static String text(String key, Object... arguments) {
        return CDI.current().select(Texts.class).get().of(key, arguments);
    }

    static String label(UIComponent field) {
        Object label = field.getAttributes().get("label");
        return label == null ? field.getId() : String.valueOf(label);
    }
}
