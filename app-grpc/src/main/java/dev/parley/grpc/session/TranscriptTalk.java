package dev.parley.grpc.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import dev.parley.application.submit.Order;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.Codec;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.SessionDraft.TranscriptionSessionDraft;
import dev.parley.domain.session.Setting;
import dev.parley.grpc.error.MalformedRequest;
import dev.parley.v1.CommittedText;
import dev.parley.v1.HeardWord;
import dev.parley.v1.SessionEnded;
import dev.parley.v1.SessionStarted;
import dev.parley.v1.TranscribeSessionHeader;
import dev.parley.v1.TranscribeSessionRequest;
import dev.parley.v1.TranscribeSessionResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code TranscribeSession}: sound in, texts out. */
final class TranscriptTalk implements Talk<TranscribeSessionRequest, TranscribeSessionResponse> {

    private static final String PLAIN = "committed_transcript";
    private static final String TIMED = "committed_transcript_with_timestamps";

    private AudioFormat format = AudioFormat.PCM_16000;
    private String committed = PLAIN;
    private boolean uncommitted;
    private boolean ended;
    private int awaited;

    @Override
    public @Nullable Order order(TranscribeSessionRequest first) {
        if (!first.hasHeader()) {
            return null;
        }
        TranscribeSessionHeader header = first.getHeader();
        format = format(header.getAudioFormat());
        committed = header.getWordTimes() ? TIMED : PLAIN;
        List<Setting> settings = new ArrayList<>();
        Orders.add(settings, "language_code", header.getLanguageCode());
        Orders.add(settings, "commit_strategy", header.getCommitAtPauses() ? "vad" : "");
        Orders.add(settings, "include_timestamps", header.getWordTimes() ? "true" : "");
        header.getKeytermsList().forEach(term -> Orders.add(settings, "keyterms", term));
        return Orders.of(header.getModel(), new TranscriptionSessionDraft(format, settings, Orders.MOST));
    }

    @Override
    public List<Frame> greeting() {
        return List.of();
    }

    @Override
    public synchronized List<Frame> frames(TranscribeSessionRequest message) {
        return switch (message.getMessageCase()) {
            case AUDIO -> {
                uncommitted = true;
                yield List.of(frame(message.getAudio(), false));
            }
            case COMMIT -> List.of(commit());
            case HEADER -> throw HeaderNames.twice();
            case MESSAGE_NOT_SET -> throw HeaderNames.nothing();
        };
    }

    @Override
    public synchronized List<Frame> last() {
        ended = true;
        return uncommitted ? List.of(commit()) : List.of();
    }

    @Override
    public synchronized List<TranscribeSessionResponse> answers(JsonNode frame) {
        String type = frame.path("message_type").asText("");
        var answer = TranscribeSessionResponse.newBuilder();
        if (type.equals(committed)) {
            awaited = Math.max(0, awaited - 1);
            return List.of(answer.setCommitted(text(frame)).build());
        }
        if (type.equals("partial_transcript")) {
            return List.of(answer.setPartial(frame.path("text").asText("")).build());
        }
        if (frame.has("error")) {
            awaited = 0; // What was asked for will not come.
        }
        return List.of();
    }

    @Override
    public synchronized boolean isComplete() {
        return ended && awaited == 0;
    }

    @Override
    public TranscribeSessionResponse started(SessionStarted started) {
        return TranscribeSessionResponse.newBuilder().setStarted(started).build();
    }

    @Override
    public TranscribeSessionResponse ended(SessionEnded told) {
        return TranscribeSessionResponse.newBuilder().setEnded(told).build();
    }

    private Frame commit() {
        uncommitted = false;
        awaited++;
        return frame(ByteString.EMPTY, true);
    }

    private Frame frame(ByteString audio, boolean commit) {
        ObjectNode frame = FrameJson.object()
                .put("message_type", "input_audio_chunk")
                .put("audio_base_64", FrameJson.base64(audio))
                .put("commit", commit)
                .put("sample_rate", format.sampleRateHz());
        return new Frame(frame.toString(), FrameJson.heard(format, audio.size()));
    }

    private static CommittedText text(JsonNode frame) {
        var text = CommittedText.newBuilder().setText(frame.path("text").asText(""));
        for (JsonNode word : frame.path("words")) {
            if (word.path("type").asText("word").equals("word")) {
                text.addWords(HeardWord.newBuilder()
                        .setText(word.path("text").asText(""))
                        .setStartMillis(Math.round(word.path("start").asDouble() * 1000))
                        .setEndMillis(Math.round(word.path("end").asDouble() * 1000)));
            }
        }
        return text.build();
    }

    private static AudioFormat format(String name) {
        if (name.isEmpty()) {
            return AudioFormat.PCM_16000;
        }
        return AudioFormat.parse(name)
                .filter(known -> known.codec() == Codec.PCM || known.codec() == Codec.ULAW)
                .orElseThrow(() -> new MalformedRequest(
                        "header.audio_format",
                        "'header.audio_format' must be a form of bare samples, as pcm_16000 or ulaw_8000."));
    }
}
