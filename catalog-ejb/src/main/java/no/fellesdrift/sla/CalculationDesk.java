package no.fellesdrift.sla;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.fellesdrift.kernel.Rejection;
import no.fellesdrift.kernel.Rejection.Violation;
import no.fellesdrift.kernel.Roles;
import no.fellesdrift.sla.engine.Calculations;
import no.fellesdrift.sla.engine.Input;
import no.fellesdrift.sla.engine.InputFault;

/** Answers single computations of service levels, so that anybody can check how a figure is reckoned. */
@Stateless
public class CalculationDesk {

    public static final int MOST = 1_000;

    /**
     * @param questions trees of plain values, each {@code {kind, input}}
     * @param many whether they came as a list; then paths begin with the index
     * @return for each {@code {kind, result}}
     * @throws Rejection TOO_MANY_CALCULATIONS; WRONG_CALCULATION with the path of every first wrong field
     */
    @RolesAllowed(Roles.USER)
    public List<Map<String, Object>> answer(List<?> questions, boolean many) {
        if (questions.size() > MOST) {
            throw new Rejection(SlaReason.TOO_MANY_CALCULATIONS, MOST);
        }
        List<Map<String, Object>> answers = new ArrayList<>();
        List<Violation> wrong = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Input question = new Input(many ? "[" + i + "]" : "", questions.get(i));
            try {
                Map<String, Object> answer = new LinkedHashMap<>();
                Object result = Calculations.answer(question);
                answer.put("kind", question.get("kind").text());
                answer.put("result", result);
                answers.add(answer);
            } catch (InputFault fault) {
                wrong.add(
                        new Violation(fault.path(), "sla.input." + fault.kind().name(), fault.arguments()));
            }
        }
        if (!wrong.isEmpty()) {
            throw new Rejection(SlaReason.WRONG_CALCULATION, wrong);
        }
        return answers;
    }
}
