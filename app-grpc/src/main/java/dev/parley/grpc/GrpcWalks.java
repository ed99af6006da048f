package dev.parley.grpc;

import dev.parley.application.access.AdmitCall;
import dev.parley.application.account.ReadCredits;
import dev.parley.application.catalog.Catalog;
import dev.parley.application.catalog.Voices;
import dev.parley.application.voice.HearPreview;
import dev.parley.application.voice.RunVoices;
import dev.parley.domain.task.Task;
import dev.parley.grpc.audio.RecordingWalks;
import dev.parley.grpc.dialogue.DialogueWalks;
import dev.parley.grpc.session.SessionWalks;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the edge calls.
 *
 * @param audioUrl where a completed task's audio can be fetched; empty where the gateway serves no links
 */
public record GrpcWalks(
        AdmitCall admit,
        DialogueWalks dialogue,
        RecordingWalks recordings,
        HearPreview previews,
        SessionWalks sessions,
        Catalog catalog,
        Voices voices,
        RunVoices ownVoices,
        ReadCredits credits,
        Function<Task, Optional<URI>> audioUrl) {}
