package dev.parley.domain.voice;

import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.FileType;
import dev.parley.domain.ledger.PriceUnit;
import dev.parley.domain.render.Delivery;
import dev.parley.domain.render.Kind;
import dev.parley.domain.render.RenderOption;
import dev.parley.domain.render.RenderRequest;
import java.util.Set;

/**
 * Voices by a description, to choose one of: JSON in the form of ElevenLabs' answer, with {@code previews}, each of them with its
 * {@code generated_voice_id}, and the {@code text} that they speak; told once more as {@link VoicePreviews}.
 *
 * @param previewFormat one that the model makes
 */
public record VoiceDesignRequest(String model, VoiceDesign design, Delivery delivery, AudioFormat previewFormat)
        implements RenderRequest {

    @Override
    public Kind kind() {
        return Kind.VOICE_DESIGN;
    }

    @Override
    public FileType format() {
        return FileType.JSON;
    }

    /** Of the text that is spoken. Where the model writes it, of the longest that it may write. */
    @Override
    public int characters() {
        String text = design.text();
        return text == null ? VoiceDesignRules.DEFAULT.textMax() : text.codePointCount(0, text.length());
    }

    @Override
    public long units(PriceUnit unit) {
        return unit == PriceUnit.PROMPT_CHARACTER
                ? design.description().codePointCount(0, design.description().length())
                : RenderRequest.super.units(unit);
    }

    @Override
    public Set<RenderOption> asked() {
        return design.asked();
    }

    @Override
    public VoiceDesignRequest only(Set<RenderOption> taken) {
        return new VoiceDesignRequest(model, design.only(taken), delivery, previewFormat);
    }
}
