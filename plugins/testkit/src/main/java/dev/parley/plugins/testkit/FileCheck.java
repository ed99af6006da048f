package dev.parley.plugins.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.parley.domain.music.PlanRequest;
import dev.parley.domain.music.Song;
import dev.parley.domain.recording.StemsRequest;
import dev.parley.domain.recording.TranscriptionRequest;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.voice.ClonedVoice;
import dev.parley.domain.voice.VoiceCloneRequest;
import dev.parley.domain.voice.VoiceDesignRequest;
import dev.parley.domain.voice.VoicePreviews;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** Whether what is no audio is whole, and of the form that was asked for. */
final class FileCheck {

    private FileCheck() {}

    /** A file for each stem, and no other. */
    static void archive(StemsRequest request, byte[] bytes) {
        Map<String, Integer> files = new TreeMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName().replaceFirst("\\.[^.]*$", ""), zip.readAllBytes().length);
            }
        } catch (IOException e) {
            fail("%d bytes that should be a ZIP cannot be read: %s".formatted(bytes.length, request), e);
        }
        assertThat(files.keySet())
                .as("names of files without their extensions: %s", request)
                .containsExactlyInAnyOrderElementsOf(request.variation().stems());
        assertThat(files.values())
                .as("bytes of the files: %s", request)
                .allSatisfy(length -> assertThat(length).isPositive());
    }

    /** As JSON, and beside it as a plan. */
    static void plan(PlanRequest request, Rendering rendering) {
        String json = new String(rendering.audio(), StandardCharsets.UTF_8).strip();
        assertThat(json).as("plan: %s", request).startsWith("{").endsWith("}").containsPattern("\"(sections|chunks)\"");
        var plan = rendering.details().map(Song.class::cast).flatMap(song -> Optional.ofNullable(song.plan()));
        assertThat(plan).as("plan that is told beside the JSON: %s", request).isPresent();
        if (request.length() != null) {
            assertThat(plan.orElseThrow().length())
                    .as("length of the plan: %s", request)
                    .isEqualTo(request.length());
        }
    }

    /** Three, or how many there are, each with its id and its audio; and beside the JSON their ids alone. */
    static void previews(VoiceDesignRequest request, Rendering rendering) {
        String json = json(request, rendering);
        for (String key :
                new String[] {"previews", "audio_base_64", "generated_voice_id", "media_type", "duration_secs", "text"
                }) {
            assertThat(json).as("previews: %s", request).containsPattern("\"" + key + "\"\\s*:");
        }
        var ids = rendering
                .details()
                .map(VoicePreviews.class::cast)
                .map(VoicePreviews::ids)
                .orElse(List.of());
        assertThat(ids)
                .as("ids that are told beside the JSON: %s", request)
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(ids)
                .as("ids in the JSON: %s", request)
                .allSatisfy(id -> assertThat(json).contains("\"" + id + "\""));
    }

    /** The same of one voice. */
    static void clone(VoiceCloneRequest request, Rendering rendering) {
        String json = json(request, rendering);
        assertThat(json).as("clone: %s", request).containsPattern("\"requires_verification\"\\s*:");
        var clone = rendering.details().map(ClonedVoice.class::cast);
        assertThat(clone).as("voice that is told beside the JSON: %s", request).isPresent();
        assertThat(json)
                .as("clone: %s", request)
                .containsPattern("\"voice_id\"\\s*:\\s*\"" + clone.orElseThrow().id() + "\"");
    }

    /** The keys that everybody reads. */
    static void transcript(TranscriptionRequest request, byte[] bytes) {
        String json = new String(bytes, StandardCharsets.UTF_8).strip();
        assertThat(json).as("transcript: %s", request).startsWith("{").endsWith("}");
        for (String key : new String[] {"language_code", "language_probability", "text", "words"}) {
            assertThat(json).as("transcript: %s", request).containsPattern("\"" + key + "\"\\s*:");
        }
    }

    private static String json(RenderRequest request, Rendering rendering) {
        String json = new String(rendering.audio(), StandardCharsets.UTF_8).strip();
        assertThat(json).as("%s", request).startsWith("{").endsWith("}");
        return json;
    }
}
