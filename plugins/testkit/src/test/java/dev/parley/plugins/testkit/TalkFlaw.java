package dev.parley.plugins.testkit;

import java.util.List;

/** Ways in which sessions break the contract, each with the tests that must notice. */
@SuppressWarnings("ImmutableEnumChecker") // Holds an unmodifiable list.
enum TalkFlaw {
    NONE,
    NEVER_SAYS_THAT_ALL_IS_SAID("p16_everySessionIsAnsweredToItsEnd", "p16_manySessionsAtOnceAreAnswered"),
    CLOSES_AS_IF_BROKEN("p16_everySessionIsAnsweredToItsEnd", "p16_manySessionsAtOnceAreAnswered"),
    SPEAKS_AGAIN_AFTER_THE_END("p16_nullForEverAfterTheEnd"),
    COUNTS_TOO_MUCH("p16_whatFramesCarryIsMeasured"),
    COUNTS_NOTHING("p16_whatFramesCarryIsMeasured"),
    SERVES_FEW("p16_manySessionsAtOnceAreAnswered"),
    LETS_WAIT("p16_closeWakesWhoeverWaits"),
    MINDS_BEING_CLOSED_TWICE(
            "p16_closeIsIdempotent", "p16_closeWakesWhoeverWaits", "p16_openSessionEndsAfterTheProvider"),
    TAKES_FRAMES_FOR_NOBODY("p16_closedSessionTakesNoMore"),
    BEGINS_TOO_LATE("p16_deadlineInThePastIsUnavailable"),
    FORGETS_ITS_SESSIONS("p16_openSessionEndsAfterTheProvider");

    private final List<String> noticedBy;

    TalkFlaw(String... noticedBy) {
        this.noticedBy = List.of(noticedBy);
    }

    List<String> noticedBy() {
        return noticedBy;
    }
}
