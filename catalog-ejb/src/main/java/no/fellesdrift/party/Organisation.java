package no.fellesdrift.party;

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
import no.fellesdrift.kernel.OrgNumber;

/** A party of the sector: the provider, a customer agency, a supplier, the ministry. */
@Entity
@Table(name = "organisation")
public class Organisation {

    @Id
    @SequenceGenerator(name = "organisation_seq", sequenceName = "organisation_seq", allocationSize = 100)
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organisation_seq")
    private Long id;

    @Version
    private int version;

    @Column(name = "orgnr")
    private OrgNumber number;

    @Column(name = "short_name")
    private String shortName;

    @Column
    private String name;

    @Column
    @Enumerated(EnumType.STRING)
    private OrganisationRole role;

    @Column
    private boolean invented;

    protected Organisation() {}

    Organisation(OrgNumber number, String shortName, String name, OrganisationRole role) {
        this.number = number;
        this.shortName = shortName;
        this.name = name;
        this.role = role;
    }

    public OrgNumber number() {
        return number;
    }

    public String name() {
        return name;
    }

    public OrganisationRole role() {
        return role;
    }

    OrganisationView view() {
        return new OrganisationView(number, shortName, name, role);
    }
}
