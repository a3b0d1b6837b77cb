package no.fellesdrift.allocation;

import java.time.LocalDate;
import no.fellesdrift.kernel.Money;
import no.fellesdrift.kernel.OrgNumber;

/** A voucher line of the ledger. {@code supplier} is absent for own cost. */
public record LedgerEntry(
        String entry,
        LocalDate postedOn,
        String account,
        String pool,
        Money amount,
        OrgNumber supplier,
        String supplierName,
        String text) {}
