package no.fellesdrift.sla.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.fellesdrift.kernel.Caller;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Role;

/** Where a service report stands, and every step it may take. */
public enum ReportState {
    DRAFT,
    IN_REVIEW,
    PUBLISHED,
    ACKNOWLEDGED,
    DISPUTED,
    FROZEN;

    /** Who takes a step. */
    enum Side {
        /** The provider's service-level manager. */
        MANAGER,
        /** The provider's controller or another service-level manager: nobody whose own deliveries are judged. */
        REVIEWER,
        /** The agency's security officer or approver, as for exclusions. */
        AGENCY,
        /** One of the two who settle disputes. */
        EITHER,
        SYSTEM;

        boolean has(Caller caller, OrgNumber agency) {
            return switch (this) {
                case MANAGER -> caller.has(Role.SERVICE_LEVEL_MANAGER);
                case REVIEWER -> caller.has(Role.CONTROLLER) || caller.has(Role.SERVICE_LEVEL_MANAGER);
                case AGENCY ->
                    (caller.has(Role.SECURITY_OFFICER) || caller.has(Role.APPROVER))
                            && agency.equals(caller.organisation());
                case EITHER -> MANAGER.has(caller, agency) || AGENCY.has(caller, agency);
                case SYSTEM -> caller.has(Role.SYSTEM);
            };
        }
    }

    /**
     * One row of the transition table.
     *
     * @param to the state it leads to, once it is complete; null when the state stays
     */
    record Step(ReportAction action, Set<ReportState> from, ReportState to, Side side) {}

    private static final Set<ReportState> ANSWERABLE = EnumSet.of(PUBLISHED, DISPUTED);

    /** The whole table; what does not stand here is refused. */
    static final List<Step> STEPS = List.of(
            new Step(ReportAction.REFRESH, EnumSet.of(DRAFT), null, Side.MANAGER),
            new Step(ReportAction.REMARK, EnumSet.of(DRAFT), null, Side.MANAGER),
            new Step(ReportAction.SUBMIT, EnumSet.of(DRAFT), IN_REVIEW, Side.MANAGER),
            new Step(ReportAction.RETURN, EnumSet.of(IN_REVIEW), DRAFT, Side.REVIEWER),
            new Step(ReportAction.APPROVE, EnumSet.of(IN_REVIEW), null, Side.REVIEWER),
            new Step(ReportAction.PUBLISH, EnumSet.of(IN_REVIEW), PUBLISHED, Side.MANAGER),
            new Step(ReportAction.ACKNOWLEDGE, EnumSet.of(PUBLISHED), ACKNOWLEDGED, Side.AGENCY),
            new Step(ReportAction.ACKNOWLEDGE, EnumSet.of(DISPUTED), null, Side.AGENCY),
            new Step(ReportAction.DISPUTE, ANSWERABLE, DISPUTED, Side.AGENCY),
            new Step(ReportAction.PROPOSE, EnumSet.of(DISPUTED), null, Side.EITHER),
            new Step(ReportAction.ACCEPT, EnumSet.of(DISPUTED), null, Side.EITHER),
            new Step(ReportAction.DECLINE, EnumSet.of(DISPUTED), null, Side.EITHER),
            new Step(ReportAction.WITHDRAW, EnumSet.of(DISPUTED), null, Side.AGENCY),
            new Step(ReportAction.LAPSE, ANSWERABLE, null, Side.SYSTEM),
            new Step(ReportAction.FREEZE, EnumSet.of(ACKNOWLEDGED, DISPUTED), FROZEN, Side.MANAGER));

    /** The row that holds for this action here; empty when the step is illegal. */
    Optional<Step> step(ReportAction action) {
        return STEPS.stream()
                .filter(step -> step.action() == action && step.from().contains(this))
                .findFirst();
    }

    /** Whether the agency and observers see it. */
    public boolean isPublished() {
        return compareTo(PUBLISHED) >= 0;
    }
}
