/** What ElevenLabs makes of recordings: another voice, stems, a transcript. */
@NullMarked
package dev.parley.adapters.elevenlabs.recording;

import org.jspecify.annotations.NullMarked;
