/** Long work for people and machines: the job list, the notice above a page, and what its states are called. */
package no.fellesdrift.web.job;
