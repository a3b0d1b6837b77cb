package no.fellesdrift.party;

import no.fellesdrift.kernel.OrgNumber;

/** A party of the sector. */
public record OrganisationView(OrgNumber number, String shortName, String name, OrganisationRole role) {}
