package dev.parley.plugins.testkit;

import dev.parley.domain.audio.AudioChunk;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.audio.VoiceSegment;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.VoiceProvider;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Providers whose streams break P8 to P10. */
final class StreamFlaws {

    private StreamFlaws() {}

    static VoiceProvider halfASample(VoiceProvider good) {
        return inOneFormat(good, all -> Arrays.copyOf(all, all.length - 1));
    }

    static VoiceProvider silent(VoiceProvider good) {
        return inOneFormat(good, all -> new byte[all.length]);
    }

    static VoiceProvider tooShort(VoiceProvider good) {
        return inOneFormat(good, all -> Arrays.copyOf(all, all.length / 8 * 2));
    }

    static VoiceProvider cutShortForVirtualThreads(VoiceProvider good) {
        return streams(
                good, _ -> Thread.currentThread().isVirtual(), stream -> whole(stream, chunks -> chunks.subList(0, 1)));
    }

    static VoiceProvider tellsAnotherFormat(VoiceProvider good) {
        return streams(good, request -> request.format() == AudioFormat.PCM_24000, stream -> new Wrapped(stream) {
            @Override
            public Optional<AudioFormat> format() {
                return Optional.of(AudioFormat.OPUS_48000_64);
            }
        });
    }

    static VoiceProvider formatChanges(VoiceProvider good) {
        return streams(good, _ -> true, stream -> new Wrapped(stream) {
            private boolean ended;

            @Override
            public @Nullable AudioChunk next() throws ProviderException {
                AudioChunk chunk = good.next();
                ended = chunk == null;
                return chunk;
            }

            @Override
            public Optional<AudioFormat> format() {
                return ended ? Optional.of(AudioFormat.PCM_8000) : Optional.empty();
            }
        });
    }

    static VoiceProvider allInOnePiece(VoiceProvider good) {
        return streams(
                good,
                _ -> true,
                stream -> whole(stream, chunks -> {
                    List<VoiceSegment> segments = chunks.stream()
                            .flatMap(chunk -> chunk.segments().stream())
                            .toList();
                    return List.of(new AudioChunk(bytes(chunks), segments));
                }));
    }

    static VoiceProvider neverSoundsEqual(VoiceProvider good) {
        var calls = new AtomicInteger();
        return streams(
                good,
                _ -> true,
                stream -> whole(stream, chunks -> {
                    chunks.getFirst().bytes()[0] = (byte) calls.incrementAndGet();
                    return chunks;
                }));
    }

    static VoiceProvider throwsAfterTheEnd(VoiceProvider good) {
        return streams(good, _ -> true, stream -> new Wrapped(stream) {
            private boolean ended;

            @Override
            public @Nullable AudioChunk next() throws ProviderException {
                if (ended) {
                    throw new ProviderException(new Failure.Unavailable("ended"));
                }
                AudioChunk chunk = good.next();
                ended = chunk == null;
                return chunk;
            }
        });
    }

    static VoiceProvider timingsGoBack(VoiceProvider good) {
        return segments(good, segment -> segment.later(-segment.startMillis()));
    }

    static VoiceProvider timingsOutlastTheAudio(VoiceProvider good) {
        return segments(good, segment -> segment.later(1000));
    }

    static VoiceProvider charactersAreMissing(VoiceProvider good) {
        return segments(good, segment -> segment.characters().size() == 1 ? segment : shorter(segment));
    }

    static VoiceProvider charactersComeTwice(VoiceProvider good) {
        return segments(good, segment -> new VoiceSegment(segment.turn(), 0, segment.characters()));
    }

    static VoiceProvider secondCloseThrows(VoiceProvider good) {
        return streams(good, _ -> true, stream -> new Wrapped(stream) {
            private boolean closed;

            @Override
            public void close() {
                if (closed) {
                    throw new IllegalStateException("closed already");
                }
                closed = true;
                good.close();
            }
        });
    }

    static VoiceProvider playsOnAfterClose(VoiceProvider good) {
        return streams(good, _ -> true, stream -> new Wrapped(stream) {
            @Override
            public void close() {}
        });
    }

    static VoiceProvider blocksWhateverIsClosed(VoiceProvider good) {
        return streams(good, request -> request.characters() > 200, stream -> new Wrapped(stream) {
            @Override
            public @Nullable AudioChunk next() throws ProviderException {
                if (Thread.currentThread().isVirtual()) {
                    blockForEver();
                }
                return good.next();
            }
        });
    }

    private static void blockForEver() throws ProviderException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new ProviderException(new Failure.Unavailable("interrupted"), e);
        }
    }

    private abstract static class Wrapped implements AudioStream {
        final AudioStream good;

        Wrapped(AudioStream good) {
            this.good = good;
        }

        @Override
        public @Nullable AudioChunk next() throws ProviderException {
            return good.next();
        }

        @Override
        public void close() {
            good.close();
        }
    }

    private static VoiceProvider streams(
            VoiceProvider good, Predicate<RenderRequest> which, UnaryOperator<AudioStream> change) {
        return new ForwardingProvider(good) {
            @Override
            public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
                AudioStream stream = good.render(request, attempt);
                return which.test(request) ? change.apply(stream) : stream;
            }
        };
    }

    private static VoiceProvider inOneFormat(VoiceProvider good, UnaryOperator<byte[]> change) {
        return streams(
                good,
                request -> request.format() == AudioFormat.PCM_24000,
                stream -> whole(stream, chunks -> List.of(AudioChunk.of(change.apply(bytes(chunks))))));
    }

    private static VoiceProvider segments(VoiceProvider good, UnaryOperator<VoiceSegment> change) {
        return streams(good, _ -> true, stream -> new Wrapped(stream) {
            @Override
            public @Nullable AudioChunk next() throws ProviderException {
                AudioChunk chunk = good.next();
                return chunk == null
                        ? null
                        : new AudioChunk(
                                chunk.bytes(),
                                chunk.segments().stream().map(change).toList());
            }
        });
    }

    private static AudioStream whole(AudioStream stream, UnaryOperator<List<AudioChunk>> change) {
        return new Wrapped(stream) {
            private @Nullable List<AudioChunk> left;

            @Override
            public @Nullable AudioChunk next() throws ProviderException {
                if (left == null) {
                    List<AudioChunk> all = all(good);
                    left = new ArrayList<>(all.isEmpty() ? all : change.apply(all));
                }
                return left.isEmpty() ? null : left.removeFirst();
            }
        };
    }

    private static List<AudioChunk> all(AudioStream stream) throws ProviderException {
        List<AudioChunk> chunks = new ArrayList<>();
        for (AudioChunk chunk = stream.next(); chunk != null; chunk = stream.next()) {
            chunks.add(chunk);
        }
        return chunks;
    }

    private static byte[] bytes(List<AudioChunk> chunks) {
        var all = new ByteArrayOutputStream();
        chunks.forEach(chunk -> all.writeBytes(chunk.bytes()));
        return all.toByteArray();
    }

    private static VoiceSegment shorter(VoiceSegment segment) {
        var characters = segment.characters();
        return new VoiceSegment(segment.turn(), segment.firstCharacter(), characters.subList(0, characters.size() - 1));
    }
}
