package no.fellesdrift.web.frame;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseEvent;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PhaseListener;
import java.util.Map;

/**
 * Lets a page that was posted plainly be shown again: PrimeFaces compares the nonce of the request with the one the view
 * was first shown with, and {@link PlainForms} gave the request a fresh one.
 */
public class PlainFormNonce implements PhaseListener {

    private static final long serialVersionUID = 1L;

    @Override
    public PhaseId getPhaseId() {
        return PhaseId.RESTORE_VIEW;
    }

    @Override
    public void afterPhase(PhaseEvent event) {
        FacesContext faces = event.getFacesContext();
        UIViewRoot root = faces.getViewRoot();
        if (root == null || faces.getPartialViewContext().isAjaxRequest()) {
            return;
        }
        Map<String, Object> kept = root.getViewMap(false);
        if (kept != null) {
            kept.remove(PlainForms.NONCE);
        }
    }
}
