package dev.parley.grpc.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import dev.parley.application.submit.Order;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft.ConversationDraft;
import dev.parley.domain.session.SessionRules;
import dev.parley.grpc.error.MalformedRequest;
import dev.parley.v1.AgentInterrupted;
import dev.parley.v1.ConversationFormats;
import dev.parley.v1.ConverseRequest;
import dev.parley.v1.ConverseResponse;
import dev.parley.v1.SessionEnded;
import dev.parley.v1.SessionStarted;
import dev.parley.v1.SpokenPiece;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code Converse}: sound or text in, sound and texts out. */
final class AgentTalk implements Talk<ConverseRequest, ConverseResponse> {

    private volatile AudioFormat heard = AudioFormat.PCM_16000;
    private volatile boolean ended;

    @Override
    public @Nullable Order order(ConverseRequest first) {
        if (!first.hasHeader()) {
            return null;
        }
        var header = first.getHeader();
        return Orders.of(header.getModel(), new ConversationDraft(header.getAgent(), List.of(), Orders.MOST));
    }

    @Override
    public List<Frame> greeting() {
        return List.of(Frame.free(FrameJson.object()
                .put("type", "conversation_initiation_client_data")
                .toString()));
    }

    @Override
    public List<Frame> frames(ConverseRequest message) {
        return switch (message.getMessageCase()) {
            case AUDIO -> List.of(sound(message.getAudio()));
            case TEXT -> List.of(written(message));
            case HEADER -> throw HeaderNames.twice();
            case MESSAGE_NOT_SET -> throw HeaderNames.nothing();
        };
    }

    @Override
    public List<Frame> last() {
        ended = true;
        return List.of();
    }

    @Override
    public List<ConverseResponse> answers(JsonNode frame) {
        var answer = ConverseResponse.newBuilder();
        switch (frame.path("type").asText("")) {
            case "conversation_initiation_metadata" ->
                answer.setFormats(formats(frame.path("conversation_initiation_metadata_event")));
            case "audio" ->
                answer.setSpoken(SpokenPiece.newBuilder()
                        .setData(FrameJson.bytes(frame.path("audio_event").path("audio_base_64"))));
            case "agent_response" ->
                answer.setAgentText(frame.path("agent_response_event")
                        .path("agent_response")
                        .asText(""));
            case "user_transcript" ->
                answer.setUserText(frame.path("user_transcription_event")
                        .path("user_transcript")
                        .asText(""));
            case "interruption" -> answer.setInterrupted(AgentInterrupted.getDefaultInstance());
            default -> {
                return List.of();
            }
        }
        return List.of(answer.build());
    }

    @Override
    public List<Frame> replies(JsonNode frame) {
        return frame.path("type").asText("").equals("ping")
                ? List.of(Frame.free(FrameJson.object()
                        .put("type", "pong")
                        .put(
                                "event_id",
                                frame.path("ping_event").path("event_id").asLong())
                        .toString()))
                : List.of();
    }

    @Override
    public boolean isComplete() {
        return ended;
    }

    @Override
    public ConverseResponse started(SessionStarted started) {
        return ConverseResponse.newBuilder().setStarted(started).build();
    }

    @Override
    public ConverseResponse ended(SessionEnded told) {
        return ConverseResponse.newBuilder().setEnded(told).build();
    }

    private static Frame written(ConverseRequest message) {
        if (message.getTextBytes().size() > SessionRules.TALK_BYTES_MAX) {
            throw new MalformedRequest(
                    "text", "'text' must have at most " + SessionRules.TALK_BYTES_MAX + " bytes in UTF-8.");
        }
        String text = message.getText();
        String json =
                FrameJson.object().put("type", "user_message").put("text", text).toString();
        return new Frame(json, Load.message(text.codePointCount(0, text.length())));
    }

    private Frame sound(ByteString audio) {
        String json = FrameJson.object()
                .put("user_audio_chunk", FrameJson.base64(audio))
                .toString();
        return new Frame(json, FrameJson.heard(heard, audio.size()));
    }

    private ConversationFormats formats(JsonNode metadata) {
        String usual = AudioFormat.PCM_16000.toString();
        String heardIn = metadata.path("user_input_audio_format").asText(usual);
        heard = AudioFormat.parse(heardIn).orElse(AudioFormat.PCM_16000);
        return ConversationFormats.newBuilder()
                .setHeard(heardIn)
                .setSpoken(metadata.path("agent_output_audio_format").asText(usual))
                .build();
    }
}
