package no.fellesdrift.web.charge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import no.fellesdrift.charge.ChargeDesk;
import no.fellesdrift.charge.ChargeView;

/** One charge and where it came from. */
@Named
@RequestScoped
public class ChargePage {

    @Inject
    ChargeDesk desk;

    @Inject
    HttpServletRequest request;

    private ChargeView charge;

    public ChargeView getCharge() {
        if (charge == null) {
            charge = desk.charge(String.valueOf(request.getParameter("number")));
        }
        return charge;
    }
}
