package no.fellesdrift.web.frame;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.FacesConverter;

/** The page of a list, in its address, from 0. What is no such number is the first page. */
@FacesConverter("fd.page")
public class PageConverter implements Converter<Integer> {

    @Override
    public Integer getAsObject(FacesContext context, UIComponent component, String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Integer page) {
        return String.valueOf(page);
    }
}
