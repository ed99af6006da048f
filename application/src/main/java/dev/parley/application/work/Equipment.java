package dev.parley.application.work;

import dev.parley.application.upload.ForgetUploads;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Media;
import dev.parley.domain.task.Task;
import dev.parley.ports.audio.AudioCodecs;
import dev.parley.ports.audio.AudioLength;
import dev.parley.ports.audio.UploadStore;
import dev.parley.ports.provider.AudioStream;
import org.jspecify.annotations.Nullable;

/**
 * What renderings are made with, beside their providers.
 *
 * @param lengths tell how much has been made
 * @param uploads what callers have brought
 * @param forget deletes it at the end
 */
public record Equipment(AudioCodecs codecs, AudioLength lengths, UploadStore uploads, ForgetUploads forget) {

    /** The audio in the format that the caller wants; a file as it is. */
    AudioStream inOutputFormat(Task task, AudioStream made) {
        Media format = made.format()
                .<Media>map(decided -> decided)
                .orElse(task.request().format());
        return format instanceof AudioFormat from && task.output().format() instanceof AudioFormat to
                ? codecs.transcode(made, from, to)
                : made;
    }

    /** Null where nothing depends on the length of what is made. */
    AudioLength.@Nullable Meter meter(Task task) {
        return task.request().longest().isPositive() && task.output().format() instanceof AudioFormat format
                ? lengths.meter(format)
                : null;
    }
}
