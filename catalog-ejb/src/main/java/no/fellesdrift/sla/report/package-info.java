/**
 * Service reports: what an agency is told of a month, and what it answers.
 *
 * <ul>
 *   <li>A report shows result versions, row by row; a result that changes after the publication changes no report, it
 *       gives a numbered correction that holds what changed and why.
 *   <li>Who sent a report to review does not approve it; an agency sees it from its publication on.
 *   <li>For the agency answer its security officer and its approvers: those who also approve on its behalf what is left
 *       out of the figures, which is how many a dispute ends.
 *   <li>Silence is recorded as silence. It is agreement only where the agency's agreement says so.
 *   <li>A dispute is settled by both sides: one proposes, the other accepts. The agency may withdraw its own.
 *   <li>A frozen report never changes; its fingerprint tells whether it still says what it said.
 * </ul>
 */
package no.fellesdrift.sla.report;
