package no.fellesdrift.allocation;

import no.fellesdrift.kernel.Money;

/**
 * A cost pool as a run takes it.
 *
 * @param stepOrder pools are closed in this order; equal numbers by code
 * @param ledger the sum of the pool's ledger entries of the period
 * @param entries how many they are
 */
public record Pool(String code, int stepOrder, Key key, Money ledger, int entries) {}
