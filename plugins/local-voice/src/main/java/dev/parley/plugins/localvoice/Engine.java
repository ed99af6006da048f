package dev.parley.plugins.localvoice;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.OutputQueue;
import com.sun.speech.freetts.ProcessException;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.UtteranceProcessor;
import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.cart.Durator;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import com.sun.speech.freetts.relp.LPCResult;
import dev.parley.plugins.localvoice.Recording.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * FreeTTS's voice kevin16, driven step by step: its own {@code speak} prints errors, needs a second thread and wraps samples
 * that overflow. Not safe for concurrent use.
 */
final class Engine {

    static final int SAMPLE_RATE_HZ = 16_000;

    /** Loading fills static tables of FreeTTS. */
    private static final ReentrantLock LOADING = new ReentrantLock();

    private final Voice voice;
    private final Diphones diphones = Diphones.load();

    private Engine(Voice voice) {
        this.voice = voice;
    }

    static Engine load() {
        LOADING.lock();
        try {
            var voice = kevin16();
            voice.setOutputQueue(new OutputQueue()); // Never used; without one FreeTTS starts a thread.
            voice.allocate();
            var engine = new Engine(voice);
            engine.warmUp();
            return engine;
        } finally {
            LOADING.unlock();
        }
    }

    /** @param words ASCII; blank ones are skipped */
    Recording speak(List<String> words, Manner manner) throws UnspeakableException {
        voice.setPitch(manner.pitchHz());
        voice.setPitchRange(manner.rangeHz());
        voice.setDurationStretch(manner.stretch());
        var tokens = Tokens.of(words, voice.getTokenizer());
        if (tokens.all().isEmpty()) {
            return new Recording(new float[0], Map.of());
        }
        try {
            var utterance = new Utterance(voice, tokens.all());
            for (Object step : voice.getUtteranceProcessors()) {
                if (step instanceof Durator) {
                    diphones.bridgeGaps(utterance);
                }
                ((UtteranceProcessor) step).processUtterance(utterance);
            }
            var spoken = (LPCResult) utterance.getObject("target_lpcres");
            return new Recording(LinearPrediction.samples(spoken), heard(utterance, tokens));
        } catch (ProcessException | RuntimeException failed) {
            throw new UnspeakableException(failed);
        }
    }

    private static Voice kevin16() {
        for (Voice voice : new KevinVoiceDirectory().getVoices()) {
            if (voice.getName().equals("kevin16")) {
                return voice;
            }
        }
        throw new IllegalStateException("The FreeTTS jar on the class path has no voice kevin16.");
    }

    /** Compiles what FreeTTS compiles lazily, before another thread can see it half done. */
    private void warmUp() {
        try {
            for (String text : List.of("Well, hello there: it is the 3rd of May!", "Dr. King paid $12.50 at 10:15.")) {
                speak(List.of(text.split(" ")), new Manner(100, 10, 1, 1));
            }
        } catch (UnspeakableException broken) {
            throw new IllegalStateException("The FreeTTS jar on the class path cannot speak.", broken);
        }
    }

    private static Map<Integer, Span> heard(Utterance utterance, Tokens tokens) {
        Map<Integer, Span> heard = new HashMap<>();
        int index = 0;
        for (Item token = utterance.getRelation("Token").getHead(); token != null; token = token.getNext()) {
            var span = span(token);
            if (span != null) {
                heard.merge(tokens.word(index), span, (a, b) -> new Span(a.start(), b.end()));
            }
            index++;
        }
        return heard;
    }

    private static @Nullable Span span(Item token) {
        double start = -1;
        double end = -1;
        for (Item word = token.getDaughter(); word != null; word = word.getNext()) {
            var structure = word.getItemAs("SylStructure");
            Item syllable = structure == null ? null : structure.getDaughter();
            for (; syllable != null; syllable = syllable.getNext()) {
                for (Item phone = syllable.getDaughter(); phone != null; phone = phone.getNext()) {
                    start = start < 0 ? start(phone) : start;
                    end = end(phone);
                }
            }
        }
        return start < 0 ? null : new Span(start, end);
    }

    private static double start(Item phone) {
        Item before = phone.getItemAs("Segment").getPrevious();
        return before == null ? 0 : end(before);
    }

    private static double end(Item phone) {
        return phone.getFeatures().getFloat("end");
    }
}
