package no.fellesdrift.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.Rejection;

/**
 * The sentences in the reader's language: {@code #{t['order.title']}}, {@code #{t.of('order.count', n)}}, {@code
 * #{t.in(service.name)}}.
 */
@Named("t")
@RequestScoped
public class Texts extends AbstractMap<String, String> {

    @Inject
    Language language;

    @Override
    public String get(Object key) {
        return TextBundles.text(language.code(), String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return TextBundles.find(language.code(), String.valueOf(key)).isPresent();
    }

    /** With the placeholders {@code {0}, {1} …} filled. */
    public String of(String key, Object... arguments) {
        return TextBundles.text(language.code(), key, arguments);
    }

    /** Why it was refused, and what can be done. */
    public String of(Rejection rejection) {
        return TextBundles.text(language.code(), rejection);
    }

    /** The text in the reader's language; empty when there is none. */
    public String in(LocalizedText text) {
        return text == null ? "" : text.in(language.code());
    }

    /** {@code nb}, {@code nn} or {@code en}. */
    public String language() {
        return language.code();
    }

    /** Of the reader's language, for upper and lower case. */
    public Locale locale() {
        return TextBundles.locale(language.code());
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
