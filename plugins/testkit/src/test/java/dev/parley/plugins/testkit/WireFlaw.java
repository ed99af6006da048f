package dev.parley.plugins.testkit;

import java.util.List;

/** Ways in which a provider treats its upstream badly, each with the tests that must notice. */
@SuppressWarnings("ImmutableEnumChecker") // The list is unmodifiable.
enum WireFlaw {
    NONE,
    CALLS_IN_CREATE("p03_createAndCapabilitiesCallNobody"),
    DOES_NOT_WAIT_AS_LONG_AS_TOLD("p08_tooManyRequestsIsThrottled"),
    BLAMES_THE_CALLER_FOR_500("p08_serverErrorIsUnavailable"),
    DOES_NOT_KNOW_WHAT_503_MEANS("p08_busyUpstreamHasNotRendered"),
    DOES_NOT_KNOW_WHETHER_IT_WAS_CONNECTED("p08_unreachableUpstreamHasNotRendered"),
    REPEATS_WHAT_THE_UPSTREAM_SAYS("p08_badUpstreamKeyIsMisconfigured"),
    TAKES_A_BREAK_FOR_THE_END(
            "p09_cutOffIsUnavailable", "p09_cutOffWithoutLengthIsUnavailable", "p09_resetIsUnavailable"),
    TAKES_A_BREAK_FOR_NOTHING_DONE(
            "p09_cutOffIsUnavailable",
            "p09_cutOffWithoutLengthIsUnavailable",
            "p09_resetIsUnavailable",
            "p09_garbageIsUnavailable"),
    PLAYS_ANYTHING("p09_answerThatIsNoAudioIsUnavailable"),
    BLAMES_THE_OPERATOR_FOR_GARBAGE("p09_garbageIsUnavailable"),
    PLAYS_ONE_PIECE_WHERE_NO_LENGTH_IS_TOLD("p09_slowAnswerIsReadToTheEnd", "p09_cutOffWithoutLengthIsUnavailable"),
    LEAVES_THE_UPSTREAM_RUNNING("p10_closeWakesABlockedReaderAndStopsTheUpstream"),
    WAITS_FOR_EVER("p11_stalledUpstreamIsGivenUpAtTheDeadline", "p11_silentUpstreamIsGivenUpAtTheDeadline"),
    TAKES_LATENESS_FOR_NOTHING_DONE(
            "p11_stalledUpstreamIsGivenUpAtTheDeadline", "p11_silentUpstreamIsGivenUpAtTheDeadline"),
    KEEPS_AN_ID_UNDECLARED(
            "p13_upstreamsIdIsKeptWhereDeclared",
            "p13_idIsKeptBeforeTheUpstreamIsAskedAgain",
            "p13_resumedAttemptIsNotSubmittedAgain"),
    RESUMES_UNDECLARED("p13_resumedAttemptIsNotSubmittedAgain"),
    TELLS_THE_DOORBELL_UNDECLARED("p14_upstreamIsToldWhereToRingWhereDeclared"),
    TAKES_A_BROKEN_SESSION_FOR_A_CLOSED_ONE("p16_brokenConnectionIsUnavailable"),
    MAKES_UP_HOW_A_SESSION_ENDED("p16_upstreamsCodeAndReasonAreTold"),
    KEEPS_ANY_MESSAGE("p16_immoderateMessageIsUnavailable"),
    LEAVES_SESSIONS_OPEN("p16_closeEndsTheUpstreamsConnection"),
    WAITS_FOR_WORDS_FOR_EVER("p16_silentUpstreamIsGivenUpAtTheDeadline"),
    DOES_NOT_KNOW_WHETHER_A_SESSION_BEGAN("p16_unreachableUpstreamHasNotRendered"),
    TAKES_ANY_REFUSAL_FOR_A_FAULT("p16_tooManySessionsIsThrottled", "p16_badUpstreamKeyIsMisconfigured");

    private final List<String> noticedBy;

    WireFlaw(String... noticedBy) {
        this.noticedBy = List.of(noticedBy);
    }

    List<String> noticedBy() {
        return noticedBy;
    }
}
