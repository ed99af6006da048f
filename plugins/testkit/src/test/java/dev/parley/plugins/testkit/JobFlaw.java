package dev.parley.plugins.testkit;

import java.util.List;

/** Ways to forget what is paid for, each with the tests that must notice. */
@SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable.
enum JobFlaw {
    NONE,
    KEEPS_THE_ID_TOO_LATE("p13_idIsKeptBeforeTheUpstreamIsAskedAgain"),
    NEVER_KEEPS_THE_ID(
            "p13_upstreamsIdIsKeptWhereDeclared",
            "p13_idIsKeptBeforeTheUpstreamIsAskedAgain",
            "p13_resumedAttemptIsNotSubmittedAgain"),
    SUBMITS_AGAIN("p13_resumedAttemptIsNotSubmittedAgain"),
    GIVES_UP_WHEN_RUNG("p14_ringingChangesNothing", "p14_upstreamIsToldWhereToRingWhereDeclared"),
    KEEPS_THE_DOORBELL("p14_upstreamIsToldWhereToRingWhereDeclared");

    private final List<String> noticedBy;

    JobFlaw(String... noticedBy) {
        this.noticedBy = List.of(noticedBy);
    }

    List<String> noticedBy() {
        return noticedBy;
    }
}
