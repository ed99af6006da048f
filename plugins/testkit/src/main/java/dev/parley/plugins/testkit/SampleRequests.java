package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.dialogue.Dialogue;
import dev.parley.domain.dialogue.DialogueRequest;
import dev.parley.domain.dialogue.DialogueRules;
import dev.parley.domain.dialogue.DialogueSettings;
import dev.parley.domain.dialogue.SpeechRequest;
import dev.parley.domain.dialogue.SpeechSettings;
import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.dialogue.Turn;
import dev.parley.domain.dialogue.VoiceRef;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderRequest;
import dev.parley.domain.session.SessionRules;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The requests that the contract renders: every one keeps the rules of its model. */
final class SampleRequests {

    private static final String FIRST = "Good morning! Did you sleep well?";
    private static final String SECOND = "Naïve café, \u4f60\u597d, žluťoučký kůň \ud83d\ude00.";
    private static final String THIRD = "Then let us begin.";
    private static final String SENTENCE = "The quick brown fox jumps over the lazy dog. ";
    private static final int LONG_CHARACTERS = 400;

    /** Of a provider that has no voices, and speaks nothing. */
    private static final String NOBODY = "nobody";

    private final VoiceRef first;
    private final VoiceRef second;
    private final List<Model> models;
    private final UnspokenRequests unspoken;

    private SampleRequests(VoiceRef first, VoiceRef second, List<Model> models, UnspokenRequests unspoken) {
        this.first = first;
        this.second = second;
        this.models = models;
        this.unspoken = unspoken;
    }

    static SampleRequests of(String providerName, VoiceProvider provider) throws ProviderException {
        List<VoiceRef> voices = provider.voices().stream()
                .map(voice -> new VoiceRef(providerName, voice.id()))
                .toList();
        var first = voices.isEmpty() ? new VoiceRef(providerName, NOBODY) : voices.getFirst();
        var models = provider.capabilities().models();
        return new SampleRequests(
                first,
                voices.size() > 1 ? voices.get(1) : first,
                models.stream()
                        .filter(model -> model.rules() instanceof DialogueRules)
                        .toList(),
                new UnspokenRequests(
                        models.stream()
                                .filter(model -> !(model.rules() instanceof DialogueRules)
                                        && !(model.rules() instanceof SessionRules))
                                .toList(),
                        first));
    }

    /** One for each model that speaks, each kind it states and each format it makes. */
    List<SpokenRequest> all() {
        List<SpokenRequest> requests = new ArrayList<>();
        for (Model model : models) {
            for (Kind kind : rendered(model)) {
                for (AudioFormat format : sorted(model.formats())) {
                    requests.add(request(model, kind, format));
                }
            }
        }
        return requests;
    }

    /** Those of models that do not speak: at least one for each model and each format it makes. */
    List<RenderRequest> unspoken() {
        return unspoken.all();
    }

    /** One for each model that speaks and kind, in one of its formats. */
    List<SpokenRequest> oneFormatEach() {
        List<SpokenRequest> requests = new ArrayList<>();
        for (Model model : models) {
            AudioFormat format = sorted(model.formats()).getFirst();
            rendered(model).forEach(kind -> requests.add(request(model, kind, format)));
        }
        return requests;
    }

    /** The first model's first kind: enough where the model does not matter. */
    RenderRequest any() {
        return models.isEmpty() ? unspoken.all().getFirst() : oneFormatEach().getFirst();
    }

    /** As {@link #any}, and so long that reading it takes a while. */
    RenderRequest anyLong() {
        if (models.isEmpty()) {
            return unspoken.all().getFirst();
        }
        Model model = models.getFirst();
        int characters = Math.min(LONG_CHARACTERS, rules(model).charactersMax());
        String text = SENTENCE.repeat(1 + characters / SENTENCE.length()).substring(0, characters);
        AudioFormat format = sorted(model.formats()).getFirst();
        var turns = List.of(new Turn(text.strip(), first));
        return request(model, rendered(model).getFirst(), format, turns);
    }

    Model modelOf(SpokenRequest request) {
        return models.stream()
                .filter(model -> model.name().equals(request.model()))
                .findFirst()
                .orElseThrow();
    }

    /** The texts of a request's turns. */
    static List<String> texts(RenderRequest request) {
        return ((SpokenRequest) request).turns().stream().map(Turn::text).toList();
    }

    private static DialogueRules rules(Model model) {
        return (DialogueRules) model.rules();
    }

    private SpokenRequest request(Model model, Kind kind, AudioFormat format) {
        if (kind == Kind.SPEECH) {
            return request(model, kind, format, List.of(new Turn(FIRST + " " + SECOND, first)));
        }
        VoiceRef other = rules(model).voicesMax() > 1 ? second : first;
        var turns = List.of(new Turn(FIRST, first), new Turn(SECOND, other), new Turn(THIRD, first));
        return request(model, kind, format, turns);
    }

    private static SpokenRequest request(Model model, Kind kind, AudioFormat format, List<Turn> turns) {
        return kind == Kind.DIALOGUE
                ? new DialogueRequest(model.name(), new Dialogue(turns, DialogueSettings.DEFAULT), format)
                : new SpeechRequest(model.name(), turns.getFirst(), SpeechSettings.DEFAULT, format);
    }

    /** What is not a session. */
    private static List<Kind> rendered(Model model) {
        return sorted(model.kinds()).stream()
                .filter(kind -> kind != Kind.SPEECH_SESSION)
                .toList();
    }

    /** Sets come in any order: a failing contract should fail alike twice. */
    private static <T extends Enum<T>> List<T> sorted(Set<T> values) {
        return values.stream().sorted(Comparator.naturalOrder()).toList();
    }
}
