/**
 * How service levels develop: each service and agency over a year, what is left of the error budgets, what is out right
 * now, who caused the downtime, and the downtime day by day.
 *
 * <p>Nothing is kept here and nothing is computed anew: months and causes are sums of the results that stand, days come
 * from their working. An agency sees its own lines' results, and of the outages those that concern it.
 */
package no.fellesdrift.sla.trend;
