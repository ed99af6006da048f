package dev.parley.adapters.elevenlabs;

import dev.parley.domain.render.RenderRequest;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The same keys several times: the upstream counts some requests apart from the rest. */
final class KeyRings {

    private enum Group {
        USUAL,
        FAST,
        MUSIC,
        TRANSCRIPTION
    }

    private final Map<Group, KeyRing> rings = new EnumMap<>(Group.class);

    KeyRings(List<UpstreamKey> keys, InstantSource clock) {
        for (Group group : Group.values()) {
            rings.put(group, new KeyRing(keys, clock));
        }
    }

    KeyRing of(RenderRequest request) {
        return of(
                switch (request.kind()) {
                    case DIALOGUE, SPEECH, SPEECH_SESSION -> Models.isFast(request.model()) ? Group.FAST : Group.USUAL;
                    case MUSIC, MUSIC_PLAN, STEMS -> Group.MUSIC;
                    case TRANSCRIPTION, TRANSCRIPTION_SESSION -> Group.TRANSCRIPTION;
                    case SOUND, VOICE_CHANGE, DUBBING, CONVERSATION -> Group.USUAL;
                });
    }

    /** For what is no rendering. */
    KeyRing usual() {
        return of(Group.USUAL);
    }

    /** The key of this name; any where it is gone. */
    UpstreamKey named(String name) {
        return usual().key(name);
    }

    private KeyRing of(Group group) {
        KeyRing ring = rings.get(group);
        if (ring == null) {
            throw new IllegalStateException("no keys for " + group);
        }
        return ring;
    }
}
