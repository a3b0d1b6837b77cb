/**
 * What an agency has: agreements in versions, their lines, and what was negotiated.
 *
 * <ul>
 *   <li>An agreement version is never changed, only succeeded. Only an ACTIVE one is a ground for orders, charges and
 *       targets; a draft gives nothing.
 *   <li>A line is one timeline of one offering for one agency: rows of quantity, half-open, one after another. A row
 *       that lies behind is never changed; a delivery ends the row it falls in and begins the next.
 *   <li>Orders are the only way a line begins, grows, shrinks or ends: {@code AgreementDesk.applyDelivery}, on the
 *       local date of delivery and inside the agreement's own dates.
 *   <li>A quantity of 0 is a line that exists and costs nothing.
 *   <li>An agency sees its own agreements; another's are not found.
 *   <li>Which offerings an agreement allows is stated in docs/decisions (eligibility).
 * </ul>
 */
package no.fellesdrift.agreement;
