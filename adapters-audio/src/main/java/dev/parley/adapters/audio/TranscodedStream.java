package dev.parley.adapters.audio;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Details;
import dev.parley.domain.render.Failure;
import dev.parley.ports.audio.AudioDecoder;
import dev.parley.ports.audio.AudioEncoder;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decodes, resamples and encodes another stream, a chunk at a time, when its reader asks for one. */
final class TranscodedStream implements AudioStream {

    private final AudioStream source;
    private final AudioDecoder decoder;
    private final RateConverter converter;
    private final AudioEncoder encoder;
    private boolean ended;
    private @Nullable ProviderException broken;

    TranscodedStream(AudioStream source, AudioDecoder decoder, RateConverter converter, AudioEncoder encoder) {
        this.source = source;
        this.decoder = decoder;
        this.converter = converter;
        this.encoder = encoder;
    }

    @Override
    public @Nullable AudioChunk next() throws ProviderException {
        if (broken != null) {
            throw broken;
        }
        while (!ended) {
            var chunk = source.next();
            var changed = chunk == null ? last() : changed(chunk);
            if (changed.bytes().length > 0 || !changed.segments().isEmpty()) {
                return changed;
            }
        }
        return null;
    }

    @Override
    public Optional<Details> details() {
        return source.details();
    }

    @Override
    public void close() {
        source.close();
    }

    private AudioChunk changed(AudioChunk chunk) throws ProviderException {
        List<VoiceSegment> segments = chunk.segments().stream()
                .map(segment -> segment.later(encoder.delayMillis()))
                .toList();
        try {
            return new AudioChunk(Computing.await(() -> change(chunk.bytes())), segments);
        } catch (IOException e) {
            throw unexplained(e);
        }
    }

    private AudioChunk last() throws ProviderException {
        ended = true;
        try {
            return AudioChunk.of(Computing.await(this::end));
        } catch (IOException e) {
            throw unexplained(e);
        }
    }

    private byte[] change(byte[] piece) throws IOException {
        return encoder.encode(converter.push(decoder.decode(piece)));
    }

    private byte[] end() throws IOException {
        byte[] decoded = encoder.encode(converter.push(decoder.finish()));
        byte[] converted = encoder.encode(converter.finish());
        return join(decoded, converted, encoder.finish());
    }

    private ProviderException unexplained(IOException e) {
        broken = new ProviderException(
                new Failure.Unavailable("The audio from the provider is broken: " + e.getMessage() + "."), e);
        return broken;
    }

    private static byte[] join(byte[]... parts) {
        var bytes = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            bytes.writeBytes(part);
        }
        return bytes.toByteArray();
    }
}
