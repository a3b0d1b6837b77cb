package no.fellesdrift.web.frame;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.inject.Named;
import java.util.Iterator;

/** For the tag files of fields: the frame around a field knows whether the field in it is wrong. */
@Named
@ApplicationScoped
public class FieldState {

    public String css(UIComponent frame) {
        return isInvalid(frame) ? "field invalid" : "field";
    }

    /** The ids of a field's help and error, which a screen reader reads after its name. */
    public String describedBy(UIComponent field) {
        String id = field.getClientId();
        return id + "-help " + id + "-error";
    }

    public boolean isInvalid(UIComponent component) {
        if (component instanceof EditableValueHolder field && !field.isValid()) {
            return true;
        }
        for (Iterator<UIComponent> children = component.getFacetsAndChildren(); children.hasNext(); ) {
            if (isInvalid(children.next())) {
                return true;
            }
        }
        return false;
    }
}
