package dev.parley.plugins.localvoice;

import com.sun.speech.freetts.Item;
import com.sun.speech.freetts.Utterance;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;

/**
 * Which pairs of phones kevin16 can join. For the hundred pairs that it cannot, as {@code w-pau}, FreeTTS prints an error and
 * makes another sound: a short neutral vowel between the two can always be joined to both.
 */
final class Diphones {

    private static final String NEUTRAL_VOWEL = "ax";

    private final Set<String> names;

    private Diphones(Set<String> names) {
        this.names = names;
    }

    static Diphones load() {
        try (var index = KevinVoiceDirectory.class.getResourceAsStream("cmu_us_kal16.idx")) {
            if (index == null) {
                throw new IllegalStateException("The FreeTTS jar on the class path has no diphones of kevin16.");
            }
            var in = new DataInputStream(new BufferedInputStream(index));
            in.readInt(); // The magic number.
            int count = in.readInt();
            Set<String> names = HashSet.newHashSet(count);
            for (int i = 0; i < count; i++) {
                names.add(in.readUTF());
                in.readInt(); // Where the diphone lies.
            }
            return new Diphones(names);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void bridgeGaps(Utterance utterance) {
        Item phone = utterance.getRelation("Segment").getHead();
        while (phone != null) {
            Item next = phone.getNext();
            if (next != null && !names.contains(name(phone) + "-" + name(next))) {
                bridge(phone, next);
            }
            phone = next;
        }
    }

    /** The vowel joins a syllable too: the rules for durations ask for its neighbours there. Pauses have none. */
    private static void bridge(Item phone, Item next) {
        Item vowel = phone.appendItem(null);
        vowel.getFeatures().setString("name", NEUTRAL_VOWEL);
        Item before = phone.getItemAs("SylStructure");
        if (before == null) {
            next.getItemAs("SylStructure").prependItem(vowel);
        } else {
            before.appendItem(vowel);
        }
    }

    private static String name(Item phone) {
        return phone.getFeatures().getString("name");
    }
}
