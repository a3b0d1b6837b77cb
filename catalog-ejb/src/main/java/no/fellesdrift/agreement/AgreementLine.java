package no.fellesdrift.agreement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import no.fellesdrift.catalogue.OfferingCode;
import no.fellesdrift.kernel.OrgNumber;

/** One offering that one agency has under one agreement; how many, and when, stands in its {@link LineTimeline}. */
@Entity
@Table(name = "agreement_line")
public class AgreementLine {

    @Id
    @SequenceGenerator(name = "agreement_line_seq", sequenceName = "agreement_line_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "agreement_line_seq")
    private Long id;

    @Version
    private int version;

    private LineNumber line;
    private AgreementNumber agreement;
    private OrgNumber agency;
    private OfferingCode offering;

    @Column(name = "service_level_package")
    private String serviceLevelPackage;

    protected AgreementLine() {}

    AgreementLine(
            LineNumber line,
            AgreementNumber agreement,
            OrgNumber agency,
            OfferingCode offering,
            String serviceLevelPackage) {
        this.line = line;
        this.agreement = agreement;
        this.agency = agency;
        this.offering = offering;
        this.serviceLevelPackage = serviceLevelPackage;
    }

    public LineNumber line() {
        return line;
    }

    public AgreementNumber agreement() {
        return agreement;
    }

    public OrgNumber agency() {
        return agency;
    }

    public OfferingCode offering() {
        return offering;
    }
}
