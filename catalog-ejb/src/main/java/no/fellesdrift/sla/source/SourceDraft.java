package no.fellesdrift.sla.source;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * A source as somebody sets it up.
 *
 * @param code of its facts; never changed
 * @param heartbeatSeconds silent when not heard for so long; null when it need not be heard
 * @param active null for yes
 * @param services codes of what it watches
 * @param baseUrl of a Prometheus, like the two that follow; null for others
 */
public record SourceDraft(
        @NotBlank @Size(max = 60) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String code,

        @NotBlank @Size(max = 200) String name,
        @NotNull SourceKind kind,
        @Min(10) @Max(604_800) Integer heartbeatSeconds,
        Boolean active,
        Set<String> services,
        @Size(max = 400) String baseUrl,
        @Size(max = 1000) String query,
        @Min(1) @Max(86_400) Integer stepSeconds) {

    public SourceDraft {
        services = services == null ? Set.of() : Set.copyOf(services);
    }
}
