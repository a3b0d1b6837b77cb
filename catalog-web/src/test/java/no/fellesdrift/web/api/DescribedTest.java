package no.fellesdrift.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.api.Test;

class DescribedTest {

    @Test
    void an_operation_has_its_method_and_path_for_a_name() {
        assertThat(Described.name(HttpMethod.GET, "/api/v1/orders/{number}/budgets"))
                .isEqualTo("getOrdersNumberBudgets");
        assertThat(Described.name(HttpMethod.POST, "/api/v1/measurements/tickets/priority-changes"))
                .isEqualTo("postMeasurementsTicketsPriorityChanges");
        assertThat(Described.name(HttpMethod.GET, "/api/v1/prices/{id: .+}")).isEqualTo("getPricesId");
    }
}
