package no.fellesdrift.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.fellesdrift.kernel.LocalizedText;

/** The questions that an order of an offering must answer. An offering without a form has no questions. */
public record OrderFormView(OfferingCode offering, int formVersion, List<Question> questions) {

    public OrderFormView {
        questions = List.copyOf(questions);
    }

    public static OrderFormView none(OfferingCode offering) {
        return new OrderFormView(offering, 0, List.of());
    }

    public Optional<Question> question(String code) {
        return questions.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** What sort of answer a question takes. */
    public enum Type {
        TEXT,
        NUMBER,
        CHOICE,
        SEVERAL,
        DATE,
        PERSON,
        ORGANISATION_UNIT,
        FILE
    }

    public record Option(String value, LocalizedText label) {}

    /**
     * One question.
     *
     * @param unit behind a number; absent when none
     * @param pattern regular expression that a text must match whole; absent when none
     * @param maxLength of a text, absent when none
     * @param minimum inclusive, absent when none
     * @param maximum inclusive, absent when none
     * @param maxBytes of a file, absent when none
     * @param accept media types of a file
     * @param visibleWhen absent when it is always asked
     */
    public record Question(
            String code,
            Type type,
            boolean required,
            LocalizedText label,
            String unit,
            String pattern,
            boolean multiline,
            Integer maxLength,
            BigDecimal minimum,
            BigDecimal maximum,
            Long maxBytes,
            List<String> accept,
            Condition visibleWhen,
            List<Option> options) {

        public Question {
            accept = List.copyOf(accept);
            options = List.copyOf(options);
        }

        /** Whether it is asked, given the answers so far. What is not asked must not be answered and is not required. */
        public boolean visible(Map<String, String> answers) {
            return visibleWhen == null || visibleWhen.value().equals(answers.get(visibleWhen.question()));
        }

        public boolean has(String option) {
            return options.stream().anyMatch(one -> one.value().equals(option));
        }
    }

    /** Asked only when another question has this answer. */
    public record Condition(String question, String value) {}
}
