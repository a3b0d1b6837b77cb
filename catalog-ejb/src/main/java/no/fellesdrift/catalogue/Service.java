package no.fellesdrift.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import no.fellesdrift.kernel.LocalizedText;
import no.fellesdrift.kernel.OrgNumber;
import no.fellesdrift.kernel.Rejection;

/** A service of the provider, whether it delivers it itself or a supplier does. */
@Entity
@Table(name = "service")
public class Service {

    @Id
    @SequenceGenerator(name = "service_seq", sequenceName = "service_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "service_seq")
    private Long id;

    @Version
    private int version;

    private ServiceCode code;

    @Column
    private String category;

    @Column
    @Enumerated(EnumType.STRING)
    private ServiceKind kind;

    @Column(name = "delivered_by")
    private OrgNumber deliveredBy;

    @Column
    private boolean mandatory;

    @Enumerated(EnumType.STRING)
    private Lifecycle lifecycle;

    @Column
    private ServiceCode successor;

    /** The person who answers for it. */
    @Column
    private String owner;

    @Column(name = "name_nb")
    private String nameNb;

    @Column(name = "name_nn")
    private String nameNn;

    @Column(name = "name_en")
    private String nameEn;

    @Column(name = "summary_nb")
    private String summaryNb;

    @Column(name = "summary_nn")
    private String summaryNn;

    @Column(name = "summary_en")
    private String summaryEn;

    @Column(name = "description_nb")
    private String descriptionNb;

    @Column(name = "description_nn")
    private String descriptionNn;

    @Column(name = "description_en")
    private String descriptionEn;

    protected Service() {}

    public ServiceCode code() {
        return code;
    }

    int version() {
        return version;
    }

    public Lifecycle lifecycle() {
        return lifecycle;
    }

    public LocalizedText name() {
        return new LocalizedText(nameNb, nameNn, nameEn);
    }

    void describe(ServiceDraft draft) {
        nameNb = draft.nameNb();
        nameNn = draft.nameNn();
        nameEn = draft.nameEn();
        summaryNb = draft.summaryNb();
        summaryNn = draft.summaryNn();
        summaryEn = draft.summaryEn();
        descriptionNb = draft.descriptionNb();
        descriptionNn = draft.descriptionNn();
        descriptionEn = draft.descriptionEn();
    }

    /**
     * @param successor what takes its place, when it is deprecated or retired; may be absent
     * @throws Rejection WRONG_LIFECYCLE, when that step is not allowed
     */
    void moveTo(Lifecycle next, ServiceCode successor) {
        if (!lifecycle.next().contains(next)) {
            throw new Rejection(CatalogueReason.WRONG_LIFECYCLE, code, lifecycle, next);
        }
        lifecycle = next;
        this.successor = successor;
    }
}
