package no.fellesdrift.order;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.fellesdrift.catalogue.OrderFormView;
import no.fellesdrift.catalogue.OrderFormView.Question;
import no.fellesdrift.kernel.Rejection.Violation;

/** Holds answers against the order form that is in force. A question that is not asked has no answer. */
final class AnswerCheck {

    /** The question whose answer is the wanted date of the line. */
    static final String WANTED_DATE = "wanted_date";

    private static final int LONGEST = 2000;

    private final OrderFormView form;
    private final Map<String, List<String>> answers;
    private final Map<String, OrderDraft.FileDraft> files;
    private final String path;
    private final List<Violation> violations;

    private AnswerCheck(OrderFormView form, OrderDraft.Line line, String path, List<Violation> violations) {
        this.form = form;
        this.answers = trimmed(line);
        this.files = line.files();
        this.path = path;
        this.violations = violations;
    }

    /**
     * The answers to keep, in the form's order.
     *
     * @param path of the line in the request, {@code lines[0]}
     * @param mandatory whether required questions must be answered; for what takes away they need not
     * @param violations gets every fault that is found
     */
    static Map<String, List<String>> check(
            OrderFormView form, OrderDraft.Line line, boolean mandatory, String path, List<Violation> violations) {
        return new AnswerCheck(form, line, path + ".answers.", violations).kept(mandatory);
    }

    private static Map<String, List<String>> trimmed(OrderDraft.Line line) {
        Map<String, List<String>> trimmed = new LinkedHashMap<>();
        line.answers().forEach((code, values) -> {
            List<String> filled = values == null
                    ? List.of()
                    : values.stream()
                            .filter(value -> value != null && !value.isBlank())
                            .map(String::strip)
                            .toList();
            if (!filled.isEmpty()) {
                trimmed.put(code, filled);
            }
        });
        line.files().forEach((code, file) -> trimmed.put(code, List.of(file.name())));
        return trimmed;
    }

    private Map<String, List<String>> kept(boolean mandatory) {
        for (String code : answers.keySet()) {
            if (form.question(code).isEmpty() && !code.equals(WANTED_DATE)) {
                wrong(code, "unknown_question");
            }
        }
        Map<String, String> single = answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().get(0)));
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (Question question : form.questions()) {
            if (!question.visible(single)) {
                continue;
            }
            List<String> values = answers.getOrDefault(question.code(), List.of());
            if (values.isEmpty()) {
                if (question.required() && mandatory) {
                    wrong(question.code(), "required");
                }
                continue;
            }
            if (values.size() > 1 && question.type() != OrderFormView.Type.SEVERAL) {
                wrong(question.code(), "one_only");
                continue;
            }
            values.forEach(value -> value(question, value));
            kept.put(question.code(), values);
        }
        return kept;
    }

    private void value(Question question, String value) {
        switch (question.type()) {
            case TEXT, PERSON, ORGANISATION_UNIT -> text(question, value);
            case NUMBER -> number(question, value);
            case CHOICE, SEVERAL -> {
                if (!question.has(value)) {
                    wrong(question.code(), "not_a_choice", value);
                }
            }
            case DATE -> date(value, question.code());
            case FILE -> file(question);
        }
    }

    private void text(Question question, String value) {
        int longest = question.maxLength() == null ? LONGEST : question.maxLength();
        if (value.codePointCount(0, value.length()) > longest) {
            wrong(question.code(), "too_long", longest);
        } else if (question.pattern() != null && !value.matches(question.pattern())) {
            wrong(question.code(), "pattern", value);
        }
    }

    private void number(Question question, String value) {
        try {
            BigDecimal number = new BigDecimal(value.replace(',', '.'));
            if (question.minimum() != null && number.compareTo(question.minimum()) < 0) {
                wrong(question.code(), "too_small", plain(question.minimum()));
            } else if (question.maximum() != null && number.compareTo(question.maximum()) > 0) {
                wrong(question.code(), "too_large", plain(question.maximum()));
            }
        } catch (NumberFormatException e) {
            wrong(question.code(), "number", value);
        }
    }

    private void date(String value, String code) {
        if (parsed(value) == null) {
            wrong(code, "date", value);
        }
    }

    private void file(Question question) {
        OrderDraft.FileDraft file = files.get(question.code());
        if (file == null) {
            wrong(question.code(), "file");
        } else if (!question.accept().isEmpty() && !question.accept().contains(file.mediaType())) {
            wrong(question.code(), "file_type", String.join(", ", question.accept()));
        } else if (question.maxBytes() != null && file.content().length > question.maxBytes()) {
            wrong(question.code(), "file_size", question.maxBytes() / 1_000_000);
        }
    }

    private void wrong(String code, String key, Object... arguments) {
        violations.add(Violation.of(path + code, "order.wrong." + key, arguments));
    }

    /**
     * The wanted date, of the line itself or of the form's answer.
     *
     * @return null when none is wanted
     */
    static LocalDate wanted(OrderDraft.Line line, String path, List<Violation> violations) {
        List<String> answered = line.answers().getOrDefault(WANTED_DATE, List.of());
        String text = answered == null
                ? null
                : answered.stream()
                        .filter(value -> value != null && !value.isBlank())
                        .findFirst()
                        .orElse(null);
        LocalDate fromForm = text == null ? null : parsed(text.strip());
        if (fromForm != null && line.wantedDate() != null && !fromForm.equals(line.wantedDate())) {
            violations.add(
                    Violation.of(path + ".wantedDate", "order.wrong.two_wanted_dates", line.wantedDate(), fromForm));
        }
        return fromForm == null ? line.wantedDate() : fromForm;
    }

    private static LocalDate parsed(String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
