package no.fellesdrift.web.frame;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Named in faces-config.xml. */
public class RejectionHandlerFactory extends ExceptionHandlerFactory {

    public RejectionHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new RejectionHandler(getWrapped().getExceptionHandler());
    }
}
