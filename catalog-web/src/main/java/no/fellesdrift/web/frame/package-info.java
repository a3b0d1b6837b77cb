/**
 * The frame of every page: template, navigation, language, texts, formats, refusals and errors. Nothing here knows a
 * room but by its desk.
 *
 * <ul>
 *   <li>A text is looked up by its key, never written in a page; a missing one shows as {@code ???key???}.
 *   <li>The language is what the person chose on this machine, else the person's own, else the browser's, else bokmål.
 *   <li>A refusal becomes a message on the page the person stands on; what does not exist becomes the page that says so.
 * </ul>
 */
package no.fellesdrift.web.frame;
