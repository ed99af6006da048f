package dev.parley.grpc.audio;

import dev.parley.application.upload.ReceiveUploads;

/**
 * How recordings come in.
 *
 * @param uploadBytesMax of one recording
 * @param transcriptionBytesMax of one whose words are wanted
 */
public record RecordingWalks(ReceiveUploads receive, long uploadBytesMax, long transcriptionBytesMax) {}
