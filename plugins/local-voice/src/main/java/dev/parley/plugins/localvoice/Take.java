package dev.parley.plugins.localvoice;

import dev.parley.domain.audio.CharacterTime;
import java.util.List;

/**
 * A sentence as it is heard.
 *
 * @param samples at 16 kHz
 * @param times one per character of the sentence, from the first sample on
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the speaker to the stream, never compared.
record Take(short[] samples, List<CharacterTime> times) {}
