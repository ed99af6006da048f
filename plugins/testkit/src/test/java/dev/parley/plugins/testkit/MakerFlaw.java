package dev.parley.plugins.testkit;

import java.util.List;

/** Ways in which a provider that makes voices breaks the contract, each with the tests that must notice. */
@SuppressWarnings("ImmutableEnumChecker") // Holds an unmodifiable list.
enum MakerFlaw {
    NONE,
    HAS_NO_WORKSHOP(
            "p17_workshopIsThereWhereVoicesAreMade",
            "p17_savedPreviewsCanBeNamedAtOnce",
            "p17_editedVoicesCanStillBeNamed",
            "p17_deletedVoicesAreNobody",
            "p18_previewsAreWholeAudioThatTellsItsFormat"),
    SAVES_UNDER_A_NAME_OF_ITS_OWN("p17_savedPreviewsCanBeNamedAtOnce"),
    FORGETS_ITS_CLONES("p17_clonesCanBeNamedAtOnce", "p17_editedVoicesCanStillBeNamed"),
    EDITING_LOSES_THE_VOICE("p17_editedVoicesCanStillBeNamed"),
    KEEPS_WHAT_IS_DELETED("p17_deletedVoicesAreNobody"),
    SAVES_WHAT_IS_NOBODYS("p17_whatIsNobodysIsRejected"),
    PREVIEWS_TELL_NO_FORMAT("p18_previewsAreWholeAudioThatTellsItsFormat"),
    INVENTS_PREVIEWS("p18_unknownPreviewIsRejected");

    private final List<String> noticedBy;

    MakerFlaw(String... noticedBy) {
        this.noticedBy = List.of(noticedBy);
    }

    List<String> noticedBy() {
        return noticedBy;
    }
}
