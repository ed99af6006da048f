package dev.parley.plugins.localvoice;

import dev.parley.ports.provider.Voice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The voices, under the names and public ids of ElevenLabs' well-known ones, so that requests written for those work
 * unchanged. They sound like none of them: only the kind of voice is kept. Roles and OpenAI's voices are aliases.
 */
final class Presets {

    static final List<Preset> ALL = List.of(
            new Preset(
                    voice("9BWtsMINqrJLrRacOk9x", "Aria", "A clear, lively woman.", "coral", "host"),
                    new Sound(196, 0.15, 0.98, 1.14)),
            new Preset(
                    voice(
                            "21m00Tcm4TlvDq8ikWAM",
                            "Rachel",
                            "A calm, even woman.",
                            "alloy",
                            "assistant",
                            "Grace",
                            "oWAxZDx7w5VEj9dCyTzz"),
                    new Sound(172, 0.10, 0.92, 1.07)),
            new Preset(
                    voice(
                            "AZnzlk1XvdvUeBnXmlld",
                            "Domi",
                            "A strong, quick woman.",
                            "marin",
                            "Laura",
                            "FGY2WhTYpPnrIDTdsKH5"),
                    new Sound(208, 0.13, 1.04, 1.05)),
            new Preset(
                    voice("EXAVITQu4vr4xnSDxMaL", "Bella", "A soft, young woman.", "shimmer", "Sarah", "user"),
                    new Sound(212, 0.12, 0.92, 1.20)),
            new Preset(
                    voice(
                            "MF3mGyEYCl7XYWbV9V6O",
                            "Elli",
                            "A bright, very young woman.",
                            "nova",
                            "Jessica",
                            "cgSgspJ2msm6clMCkdW9"),
                    new Sound(230, 0.16, 1.0, 1.14)),
            new Preset(
                    voice(
                            "XB0fDUnXU5powFXDhCwa",
                            "Charlotte",
                            "A warm, low woman.",
                            "sage",
                            "Alice",
                            "Xb7hH8MSUJpSbSDYk0k2"),
                    new Sound(158, 0.12, 0.94, 1.14)),
            new Preset(
                    voice(
                            "XrExE9yKIg1WjnnlVkGX",
                            "Matilda",
                            "A friendly, full-voiced woman.",
                            "Freya",
                            "jsCqWAovK2LkecY7zXl4"),
                    new Sound(186, 0.16, 1.0, 1.00)),
            new Preset(
                    voice("pFZP5JQG7iQjIQuC4Bku", "Lily", "A light, airy woman.", "Dorothy", "ThT5KcBeYPX3keUQqHPh"),
                    new Sound(180, 0.09, 0.9, 1.22)),
            new Preset(
                    voice(
                            "JBFqnCBsd6RMkjVDRZzb",
                            "George",
                            "A warm, unhurried man.",
                            "narrator",
                            "fable",
                            "Thomas",
                            "GBv7mTt0atIp3Br8iCZE"),
                    new Sound(102, 0.13, 0.9, 0.97)),
            new Preset(
                    voice(
                            "ErXwobaYiN019PkySvjV",
                            "Antoni",
                            "An easy-going, well-rounded man.",
                            "ash",
                            "guest",
                            "Roger",
                            "CwhRBWXzGAHq8TQ4Fs17"),
                    new Sound(122, 0.15, 0.98, 0.93)),
            new Preset(
                    voice(
                            "TxGEqnHWrfWFTfGW9XjX",
                            "Josh",
                            "A deep, young man.",
                            "verse",
                            "Liam",
                            "TX3LPaxmHKxFdv7VOQHJ"),
                    new Sound(106, 0.11, 1.0, 0.87)),
            new Preset(
                    voice(
                            "VR6AewLTigWG4xSOukaG",
                            "Arnold",
                            "A crisp, commanding man.",
                            "echo",
                            "Clyde",
                            "2EiwWnXFnvU5JabPnv8n"),
                    new Sound(89, 0.10, 0.96, 0.91)),
            new Preset(
                    voice("pNInz6obpgDQGcFmaJgB", "Adam", "A very deep man.", "onyx", "Brian", "nPczCjzI2devNBz1zQrb"),
                    new Sound(87, 0.12, 0.92, 0.84)),
            new Preset(
                    voice(
                            "yoZ06aMxZJJ28mfd3POQ",
                            "Sam",
                            "A raspy, quick young man.",
                            "ballad",
                            "Charlie",
                            "IKne3meq5aSn9XLyUdCD"),
                    new Sound(132, 0.16, 1.04, 1.06)),
            new Preset(
                    voice(
                            "onwK4e9ZLuTAKqWW03F9",
                            "Daniel",
                            "An exact, steady man: the news at ten.",
                            "cedar",
                            "Bill",
                            "pqHfZKP75CvOlQylNhV4"),
                    new Sound(113, 0.09, 0.96, 1.02)),
            new Preset(
                    voice(
                            "SAz9YHcvj6GT2YYXdXww",
                            "River",
                            "A calm voice between man and woman.",
                            "Will",
                            "bIHbv24MWmeRgasZH58o"),
                    new Sound(148, 0.10, 0.94, 1.00)));

    static final List<Voice> VOICES = ALL.stream().map(Preset::voice).toList();

    private static final Pattern ELEVENLABS_ID = Pattern.compile("[A-Za-z0-9]{20}");

    private Presets() {}

    /** By id, name or alias. */
    static Optional<Preset> find(String name) {
        return ALL.stream().filter(preset -> preset.voice().answersTo(name)).findFirst();
    }

    /** Always the same voice for the same id. Empty for what cannot be an id of ElevenLabs. */
    static Optional<Preset> standIn(String id) {
        if (!ELEVENLABS_ID.matcher(id).matches()) {
            return Optional.empty();
        }
        var hash = new CRC32();
        hash.update(id.getBytes(StandardCharsets.US_ASCII));
        return Optional.of(ALL.get((int) (hash.getValue() % ALL.size())));
    }

    private static Voice voice(String id, String name, String description, String... aliases) {
        return new Voice(id, name, Set.of(aliases), description);
    }
}
