package no.fellesdrift.web.order;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.OrderFormView.Question;
import no.fellesdrift.order.OrderDraft.FileDraft;
import no.fellesdrift.web.frame.Texts;

/** What somebody has answered to an order form so far; a file that came once is kept until the order is made. */
class FormAnswers implements Serializable {

    private final Map<String, Object> values = new HashMap<>();
    private transient Map<String, Part> files;
    private transient Map<String, FileDraft> kept;

    /** A question and what was answered. */
    public record InWords(String question, String answer) {}

    /** As the fields of the page leave them: text, number, or several values. */
    Map<String, Object> values() {
        return values;
    }

    /** As the last request brought them. */
    Map<String, Part> files() {
        if (files == null) {
            files = new HashMap<>();
        }
        return files;
    }

    private Map<String, FileDraft> kept() {
        if (kept == null) {
            kept = new HashMap<>();
        }
        return kept;
    }

    void keepFiles() {
        files().forEach((question, part) -> {
            if (part != null && part.getSize() > 0) {
                try (InputStream content = part.getInputStream()) {
                    kept().put(
                                    question,
                                    new FileDraft(
                                            part.getSubmittedFileName(),
                                            part.getContentType(),
                                            content.readAllBytes()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    Optional<FileDraft> file(String question) {
        return Optional.ofNullable(kept().get(question));
    }

    Map<String, FileDraft> keptFiles() {
        return Map.copyOf(kept());
    }

    /** Of each question that has been answered, the first value: what other questions depend on. */
    Map<String, String> single() {
        return values.keySet().stream()
                .filter(question -> !of(question).isEmpty())
                .collect(Collectors.toMap(
                        question -> question, question -> of(question).get(0)));
    }

    /** The answers to the questions that are asked. */
    Map<String, List<String>> to(List<Question> questions) {
        return questions.stream()
                .map(Question::code)
                .filter(question -> !of(question).isEmpty())
                .collect(Collectors.toMap(question -> question, this::of));
    }

    List<InWords> inWords(List<Question> questions, Texts t) {
        List<InWords> all = new ArrayList<>();
        for (Question question : questions) {
            String words = file(question.code())
                    .map(FileDraft::name)
                    .orElseGet(() -> of(question.code()).stream()
                            .map(value -> words(question, value, t))
                            .collect(Collectors.joining(", ")));
            if (!words.isEmpty()) {
                all.add(new InWords(t.in(question.label()), words));
            }
        }
        return all;
    }

    private static String words(Question question, String value, Texts t) {
        return question.options().stream()
                .filter(option -> option.value().equals(value))
                .map(option -> t.in(option.label()))
                .findFirst()
                .orElse(value);
    }

    private List<String> of(String question) {
        Object answer = values.get(question);
        if (answer instanceof Object[] several) {
            return Arrays.stream(several).map(String::valueOf).toList();
        }
        if (answer instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return answer == null || String.valueOf(answer).isBlank() ? List.of() : List.of(String.valueOf(answer));
    }
}
