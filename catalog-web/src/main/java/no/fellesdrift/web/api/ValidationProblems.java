package no.fellesdrift.web.api;

import jakarta.validation.ValidationException;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Jersey has a mapper of its own for these, and the nearest type wins. */
@Provider
public class ValidationProblems implements ExceptionMapper<ValidationException> {

    @Context
    ResourceContext resources;

    @Override
    public Response toResponse(ValidationException thrown) {
        return resources.getResource(Problems.class).toResponse(thrown);
    }
}
