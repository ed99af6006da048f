package dev.parley.grpc.audio;

import dev.parley.application.upload.FetchUploads;
import dev.parley.application.upload.ReceiveUploads;

/**
 * How recordings come in.
 *
 * @param uploadBytesMax of one recording
 * @param transcriptionBytesMax of one whose words are wanted
 */
public record RecordingWalks(
        ReceiveUploads receive, FetchUploads fetch, long uploadBytesMax, long transcriptionBytesMax) {}
