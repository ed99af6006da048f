package dev.parley.domain.render;

import dev.parley.domain.music.Song;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoicePreviews;

/** What is known of a finished rendering beside its bytes. */
public sealed interface Details permits Song, VoicePreviews, ClonedVoice {}
