package no.fellesdrift.catalogue;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** The texts of a service as a catalogue manager writes them; all three languages are required. */
public record ServiceDraft(
        @NotBlank @Size(max = 200) String nameNb,
        @NotBlank @Size(max = 200) String nameNn,
        @NotBlank @Size(max = 200) String nameEn,
        @NotBlank @Size(max = 500) String summaryNb,
        @NotBlank @Size(max = 500) String summaryNn,
        @NotBlank @Size(max = 500) String summaryEn,
        @NotBlank @Size(max = 4000) String descriptionNb,
        @NotBlank @Size(max = 4000) String descriptionNn,
        @NotBlank @Size(max = 4000) String descriptionEn) {}
