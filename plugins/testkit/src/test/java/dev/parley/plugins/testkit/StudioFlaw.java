package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure;
import java.time.Duration;
import java.util.List;

/** Ways in which a provider that does not speak breaks the contract, each with the tests that must notice. */
@SuppressWarnings("ImmutableEnumChecker") // Holds an unmodifiable list.
enum StudioFlaw {
    NONE,
    MUSIC_IS_SHORTER_THAN_ITS_PLAN("p08_everyModelRendersEveryKindInEveryFormat", "p09_detailsFitTheMusic"),
    MUSIC_IS_LONGER_THAN_ASKED(
            "p08_everyModelRendersEveryKindInEveryFormat",
            "p08_manyThreadsAtOnceGetWholeAudio",
            "p14_ringingChangesNothing"),
    A_STEM_IS_MISSING("p08_everyModelRendersEveryKindInEveryFormat"),
    TRANSCRIPT_LACKS_ITS_WORDS("p08_everyModelRendersEveryKindInEveryFormat"),
    PLAN_HAS_NO_PARTS("p08_everyModelRendersEveryKindInEveryFormat"),
    WORDS_OUTLAST_THE_SONG("p09_detailsFitTheMusic"),
    KEEPS_NO_SONG_ID("p09_detailsFitTheMusic"),
    READS_NOTHING("p15_uploadsAreReadThroughTheAttempt", "p15_unreadableUploadIsUnavailable"),
    LEAVES_UPLOADS_OPEN("p15_uploadsAreReadThroughTheAttempt"),
    UNREADABLE_IS_THE_CALLERS_MISTAKE("p15_unreadableUploadIsUnavailable");

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final List<String> noticedBy;

    StudioFlaw(String... noticedBy) {
        this.noticedBy = List.of(noticedBy);
    }

    List<String> noticedBy() {
        return noticedBy;
    }

    byte[] music(Duration length) {
        var made = this == MUSIC_IS_LONGER_THAN_ASKED
                ? length.plus(A_SECOND)
                : this == MUSIC_IS_SHORTER_THAN_ITS_PLAN ? length.minus(A_SECOND) : length;
        return TestAudio.tone(AudioFormat.PCM_16000, made);
    }

    List<String> stems(List<String> wanted) {
        return this == A_STEM_IS_MISSING ? wanted.subList(1, wanted.size()) : wanted;
    }

    String transcript() {
        return "{\"language_code\":\"en\",\"language_probability\":1,\"text\":\"One\""
                + (this == TRANSCRIPT_LACKS_ITS_WORDS ? "}" : ",\"words\":[]}");
    }

    String plan() {
        return this == PLAN_HAS_NO_PARTS ? "{}" : "{\"sections\":[{\"duration_ms\":20000}]}";
    }

    Failure unreadable() {
        return this == UNREADABLE_IS_THE_CALLERS_MISTAKE
                ? new Failure.Rejected("bad file")
                : Failure.Unavailable.notRendered("the recording is gone");
    }
}
