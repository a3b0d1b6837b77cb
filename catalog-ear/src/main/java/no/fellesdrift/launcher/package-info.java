/**
 * Starts the whole product from one command: the embedded database unless another one is configured, then the
 * application server with the application. Two processes are started and both are stopped again, the application first.
 *
 * <p>Settings come from system properties ({@code -Dfellesdrift.port=…}), then environment variables ({@code
 * FELLESDRIFT_PORT}), then the file {@code fellesdrift.properties}; docs/configuration.md lists them. They reach the
 * application as environment variables, so no password stands on a command line.
 */
package no.fellesdrift.launcher;
