package no.fellesdrift.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import no.fellesdrift.kernel.OrgNumber;

/** Who approves while an approver is away; both ends of the time are local dates, the last one exclusive. */
@Entity
@Table(name = "approval_substitute")
public class ApprovalSubstitute {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "approval_substitute_seq")
    @SequenceGenerator(name = "approval_substitute_seq", sequenceName = "approval_substitute_seq", allocationSize = 100)
    private Long id;

    @Version
    private int version;

    private OrgNumber agency;
    private String approver;
    private String substitute;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected ApprovalSubstitute() {}

    ApprovalSubstitute(OrgNumber agency, String approver, String substitute, LocalDate from, LocalDate to) {
        this.agency = agency;
        this.approver = approver;
        this.substitute = substitute;
        this.validFrom = from;
        this.validTo = to;
    }

    /** Approves no longer from this day on; one that has not begun never does. */
    void end(LocalDate on) {
        validTo = on.isAfter(validFrom) ? on : validFrom;
    }

    public Long id() {
        return id;
    }

    public OrgNumber agency() {
        return agency;
    }

    public String approver() {
        return approver;
    }

    public String substitute() {
        return substitute;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validTo() {
        return validTo;
    }
}
