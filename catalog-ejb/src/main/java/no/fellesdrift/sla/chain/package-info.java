/**
 * The promise chain: what suppliers promise the provider beside what customers are promised for services that stand on
 * it.
 *
 * <ul>
 *   <li>What a chain can carry is a figure of design time: the product of the suppliers' targets over all services that
 *       a service needs, each once; of redundant ones only all together count. A service without a contract is the
 *       provider's own and takes nothing away.
 *   <li>What was delivered is never such a product: a contract is measured by its own calendar over the outages that
 *       the supplier caused.
 *   <li>A promise is too weak for what is promised on: never the other way round.
 * </ul>
 */
package no.fellesdrift.sla.chain;
