package dev.parley.grpc.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.application.submit.Order;
import dev.parley.domain.dialogue.LanguageCode;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.session.Frame;
import dev.parley.domain.session.Load;
import dev.parley.domain.session.SessionDraft.SpeechSessionDraft;
import dev.parley.domain.session.Setting;
import dev.parley.v1.SessionEnded;
import dev.parley.v1.SessionStarted;
import dev.parley.v1.SpeakSessionHeader;
import dev.parley.v1.SpeakSessionRequest;
import dev.parley.v1.SpeakSessionResponse;
import dev.parley.v1.SpokenPiece;
import dev.parley.v1.WrittenText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code SpeakSession}: text in, sound out. */
final class SpeechTalk implements Talk<SpeakSessionRequest, SpeakSessionResponse> {

    /** Without it a provider might take a flush for the end. */
    private static final String NOTHING_SAID = " ";

    private SpeakSessionHeader header = SpeakSessionHeader.getDefaultInstance();

    @Override
    public @Nullable Order order(SpeakSessionRequest first) {
        if (!first.hasHeader()) {
            return null;
        }
        header = first.getHeader();
        List<Setting> settings = new ArrayList<>();
        Orders.add(settings, "output_format", header.getOutputFormat());
        Orders.add(settings, "language_code", header.getLanguageCode());
        Orders.add(settings, "seed", header.hasSeed() ? Long.toString(header.getSeed()) : "");
        var draft = new SpeechSessionDraft(header.getVoice(), false, manner(header), settings, Orders.MOST);
        return Orders.of(header.getModel(), draft);
    }

    @Override
    public List<Frame> greeting() {
        ObjectNode first = FrameJson.object().put("text", NOTHING_SAID);
        ObjectNode settings = FrameJson.object();
        if (header.hasStability()) {
            settings.put("stability", header.getStability());
        }
        if (header.hasSimilarity()) {
            settings.put("similarity_boost", header.getSimilarity());
        }
        if (header.hasSpeed()) {
            settings.put("speed", header.getSpeed());
        }
        if (!settings.isEmpty()) {
            first.set("voice_settings", settings);
        }
        return List.of(Frame.free(first.toString()));
    }

    @Override
    public List<Frame> frames(SpeakSessionRequest message) {
        return switch (message.getMessageCase()) {
            case TEXT -> List.of(frame(message.getText()));
            case HEADER -> throw HeaderNames.twice();
            case MESSAGE_NOT_SET -> throw HeaderNames.nothing();
        };
    }

    @Override
    public List<Frame> last() {
        return List.of(Frame.free(FrameJson.object().put("text", "").toString()));
    }

    @Override
    public List<SpeakSessionResponse> answers(JsonNode frame) {
        if (!frame.path("audio").isTextual()) {
            return List.of();
        }
        var piece = SpokenPiece.newBuilder().setData(FrameJson.bytes(frame.path("audio")));
        JsonNode times = frame.path("alignment");
        JsonNode characters = times.path("chars");
        JsonNode lengths = times.path(times.has("charDurationsMs") ? "charDurationsMs" : "charsDurationsMs");
        for (int i = 0; i < characters.size(); i++) {
            long start = times.path("charStartTimesMs").path(i).asLong();
            piece.addCharacters(characters.path(i).asText())
                    .addStartMillis(start)
                    .addEndMillis(start + lengths.path(i).asLong());
        }
        return List.of(SpeakSessionResponse.newBuilder().setSpoken(piece).build());
    }

    /** The provider closes it, once all has been spoken. */
    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public SpeakSessionResponse started(SessionStarted started) {
        return SpeakSessionResponse.newBuilder().setStarted(started).build();
    }

    @Override
    public SpeakSessionResponse ended(SessionEnded ended) {
        return SpeakSessionResponse.newBuilder().setEnded(ended).build();
    }

    private static SpeechSettings manner(SpeakSessionHeader header) {
        return new SpeechSettings(
                header.hasStability() ? header.getStability() : null,
                header.hasSimilarity() ? header.getSimilarity() : null,
                null,
                null,
                header.hasSpeed() ? header.getSpeed() : null,
                LanguageCode.AUTO);
    }

    private static Frame frame(WrittenText text) {
        String said = text.getText().isEmpty() ? NOTHING_SAID : text.getText();
        ObjectNode frame = FrameJson.object().put("text", said);
        if (text.getFlush()) {
            frame.put("flush", true);
        }
        return new Frame(
                frame.toString(),
                Load.text(text.getText().codePointCount(0, text.getText().length())));
    }
}
