package dev.parley.application.audio;

import dev.parley.domain.audio.AudioRef;
import dev.parley.domain.task.Task;
import dev.parley.domain.task.TaskState.Completed;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs and checks links to finished audio: whoever holds a link may fetch, until it expires. */
public final class AudioLinks {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final Duration age;

    /** @param age of a link, counted from the end of the task, so that a task always shows the same one */
    public AudioLinks(byte[] key, Duration age) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.age = age;
    }

    /** What a link holds besides its place. */
    public record Signed(UUID task, String fileName, long expiresAtSecond, String signature) {}

    public Signed sign(Task task, Completed completed) {
        String fileName = fileName(task, completed.audio());
        long expires = completed.at().plus(age).getEpochSecond();
        return new Signed(task.id(), fileName, expires, signature(task.id(), fileName, expires));
    }

    /** Whether every part of the link is as it was signed. */
    public boolean isGenuine(Signed link) {
        return MessageDigest.isEqual(
                link.signature().getBytes(StandardCharsets.UTF_8),
                signature(link.task(), link.fileName(), link.expiresAtSecond()).getBytes(StandardCharsets.UTF_8));
    }

    public static boolean isExpired(Signed link, Instant now) {
        return now.getEpochSecond() >= link.expiresAtSecond();
    }

    /** What a browser or {@code curl -O} saves it as. */
    private static String fileName(Task task, AudioRef audio) {
        String name = switch (task.request().kind()) {
            case DIALOGUE, SPEECH -> "dialogue";
            case MUSIC -> "music";
            case MUSIC_PLAN -> "plan";
            case SOUND -> "sound";
            case VOICE_CHANGE -> "voice";
            case STEMS -> "stems";
            case DUBBING -> "dub";
            case TRANSCRIPTION -> "transcript";
            case SPEECH_SESSION, TRANSCRIPTION_SESSION, CONVERSATION -> "session";
        };
        return name + "." + audio.format().fileExtension();
    }

    private String signature(UUID task, String fileName, long expires) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] signed = ("v1|" + task + "|" + fileName + "|" + expires).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has " + ALGORITHM, e);
        }
    }
}
