package dev.parley.domain.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.refusal.Refused;
import dev.parley.domain.session.SessionDraft.SpeechSessionDraft;
import dev.parley.domain.session.SessionDraft.TranscriptionSessionDraft;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "seed,-1,a whole number from 0 to 4294967295",
        "seed,1.5,a whole number from 0 to 4294967295",
        "seed,4294967296,a whole number from 0 to 4294967295",
        "inactivity_timeout,20.5,a whole number from 0 to 2147483647",
        "auto_mode,yes,'one of: true, false'",
        "apply_text_normalization,maybe,'one of: auto, on, off'",
        "language_code,English!,'the code of a language, as en or pt-BR'",
        "output_format,mp3 44100,'of 1 to 64 letters, digits, underscores, points and hyphens'"
    })
    void whatASettingOfSpeechMayBeIsToldInWords(String name, String value, String words) {
        assertThatThrownBy(() -> SessionSettings.accept(speech(name, value)))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith("must be " + words + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "vad_threshold,high,'must be a number from 0, of at most 10 digits and 6 behind the point, as 1.5.'",
        "min_speech_duration_ms,0.5,must be a whole number from 0 to 2147483647.",
        "commit_strategy,never,'must be one of: manual, vad.'",
        "keyterms,'\t','must have 1 to 100 characters, and no control characters.'"
    })
    void whatASettingOfTranscriptsMayBeIsToldInWords(String name, String value, String words) {
        assertThatThrownBy(() -> SessionSettings.accept(transcript(name, value)))
                .isInstanceOf(Refused.class)
                .hasMessageEndingWith(words);
    }

    @ParameterizedTest
    @CsvSource({"seed,0", "seed,4294967295", "inactivity_timeout,180", "auto_mode,true", "language_code,pt-BR"})
    void whatProvidersTakeIsTaken(String name, String value) {
        assertThat(SessionSettings.accept(speech(name, value))).containsExactly(new Setting(name, value));
    }

    @ParameterizedTest
    @CsvSource({"vad_threshold,0.4", "vad_silence_threshold_secs,2", "min_silence_duration_ms,100", "keyterms,Parley"})
    void whatTranscriptsTakeIsTaken(String name, String value) {
        assertThat(SessionSettings.accept(transcript(name, value))).containsExactly(new Setting(name, value));
    }

    private static SessionDraft speech(String name, String value) {
        return new SpeechSessionDraft(
                "Ann", false, SpeechSettings.DEFAULT, List.of(new Setting(name, value)), Load.NONE);
    }

    private static SessionDraft transcript(String name, String value) {
        return new TranscriptionSessionDraft(AudioFormat.PCM_16000, List.of(new Setting(name, value)), Load.NONE);
    }
}
