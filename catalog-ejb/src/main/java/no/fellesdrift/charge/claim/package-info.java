/**
 * Claims against suppliers: what customers get back for breaches that a supplier caused, claimed per contract and month.
 *
 * <ul>
 *   <li>A contract that says nothing of its own consequence answers for its share of the downtime: of each customer's
 *       credit the part that its seconds are of the result's seconds of downtime. A credit is divided over the contracts
 *       and the provider's own part by largest remainder, so that nothing is claimed twice and no øre is lost.
 *   <li>A claim keeps the figures it was drafted with; a draft can be collected again, what was sent cannot.
 *   <li>One drafts, another sends. Of a contract and month there is one claim at a time, until it is rejected.
 * </ul>
 */
package no.fellesdrift.charge.claim;
