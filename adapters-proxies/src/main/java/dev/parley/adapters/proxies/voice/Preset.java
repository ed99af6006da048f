package dev.parley.adapters.proxies.voice;

import java.util.List;

/**
 * A voice that ElevenLabs gives to every account.
 *
 * @param id by which ElevenLabs knows it
 * @param description one line
 */
public record Preset(String name, String id, String description) {

    /**
     * Those that the resellers' documents name come first. Bella is what Sarah was called: one id, and two names where names are
     * sent.
     */
    public static final List<Preset> ALL = List.of(
            new Preset("Aria", "9BWtsMINqrJLrRacOk9x", "Expressive woman, American"),
            new Preset("Domi", "AZnzlk1XvdvUeBnXmlld", "Strong young woman, American"),
            new Preset("Bella", "EXAVITQu4vr4xnSDxMaL", "Soft young woman, American"),
            new Preset("Rachel", "21m00Tcm4TlvDq8ikWAM", "Calm young woman, American"),
            new Preset("Antoni", "ErXwobaYiN019PkySvjV", "Even young man, American"),
            new Preset("Sarah", "EXAVITQu4vr4xnSDxMaL", "Soft young woman, American"),
            new Preset("Roger", "CwhRBWXzGAHq8TQ4Fs17", "Confident man, American"),
            new Preset("Laura", "FGY2WhTYpPnrIDTdsKH5", "Upbeat young woman, American"),
            new Preset("Charlie", "IKne3meq5aSn9XLyUdCD", "Natural man, Australian"),
            new Preset("George", "JBFqnCBsd6RMkjVDRZzb", "Warm man, British"),
            new Preset("Callum", "N2lVS1w4EtoT3dr4eOWO", "Intense man, transatlantic"),
            new Preset("River", "SAz9YHcvj6GT2YYXdXww", "Confident, neither man nor woman, American"),
            new Preset("Liam", "TX3LPaxmHKxFdv7VOQHJ", "Articulate young man, American"),
            new Preset("Charlotte", "XB0fDUnXU5powFXDhCwa", "Young woman, Swedish English"),
            new Preset("Alice", "Xb7hH8MSUJpSbSDYk0k2", "Confident woman, British"),
            new Preset("Matilda", "XrExE9yKIg1WjnnlVkGX", "Friendly woman, American"),
            new Preset("Will", "bIHbv24MWmeRgasZH58o", "Friendly young man, American"),
            new Preset("Jessica", "cgSgspJ2msm6clMCkdW9", "Expressive young woman, American"),
            new Preset("Eric", "cjVigY5qzO86Huf0OWal", "Friendly man, American"),
            new Preset("Chris", "iP95p4xoKVk53GoZ742B", "Casual man, American"),
            new Preset("Brian", "nPczCjzI2devNBz1zQrb", "Deep man, American"),
            new Preset("Daniel", "onwK4e9ZLuTAKqWW03F9", "Authoritative man, British"),
            new Preset("Lily", "pFZP5JQG7iQjIQuC4Bku", "Warm woman, British"),
            new Preset("Bill", "pqHfZKP75CvOlQylNhV4", "Trustworthy old man, American"),
            new Preset("Drew", "29vD33N1CtxCmqQRPOHJ", "Even man, American"),
            new Preset("Clyde", "2EiwWnXFnvU5JabPnv8n", "Rough man, American"),
            new Preset("Paul", "5Q0t7uMcjvnagumLfvZi", "Reporting man, American"),
            new Preset("Dave", "CYw3kZ02Hs0563khs1Fj", "Chatty young man, British"),
            new Preset("Fin", "D38z5RcWu1voky8WS1ja", "Old sailor, Irish"),
            new Preset("Elli", "MF3mGyEYCl7XYWbV9V6O", "Emotional young woman, American"),
            new Preset("Josh", "TxGEqnHWrfWFTfGW9XjX", "Deep young man, American"),
            new Preset("Arnold", "VR6AewLTigWG4xSOukaG", "Crisp man, American"),
            new Preset("Adam", "pNInz6obpgDQGcFmaJgB", "Deep man, American"),
            new Preset("Sam", "yoZ06aMxZJJ28mfd3POQ", "Raspy young man, American"));
}
