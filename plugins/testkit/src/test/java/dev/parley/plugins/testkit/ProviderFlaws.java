package dev.parley.plugins.testkit;

import dev.parley.domain.dialogue.SpokenRequest;
import dev.parley.domain.render.Failure;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.Capabilities;
import dev.parley.ports.provider.Model;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Voice;
import dev.parley.ports.provider.VoiceMatch;
import dev.parley.ports.provider.VoiceProvider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/** Providers that break P4 to P7, P11 and P12. */
final class ProviderFlaws {

    /** Makes a bad provider of a good one. */
    @FunctionalInterface
    interface Breaking {
        VoiceProvider of(VoiceProvider good);
    }

    private ProviderFlaws() {}

    static VoiceProvider capabilitiesChange(VoiceProvider good) {
        var calls = new AtomicInteger();
        return models(good, model -> with(model, "Call " + calls.incrementAndGet(), model.timings()));
    }

    static VoiceProvider modelWithoutDescription(VoiceProvider good) {
        return models(good, model -> with(model, "", model.timings()));
    }

    static VoiceProvider timingsUndeclared(VoiceProvider good) {
        return models(good, model -> with(model, model.description(), false));
    }

    static VoiceProvider modelsShareAName(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public Capabilities capabilities() {
                return new Capabilities(List.of(ToneProvider.TIMED, ToneProvider.TIMED));
            }
        };
    }

    static VoiceProvider unitsAreZero(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public long billableUnits(SpokenRequest request) {
                return 0;
            }
        };
    }

    static VoiceProvider unitsGrow(VoiceProvider good) {
        var calls = new AtomicInteger();
        return new ForwardingProvider(good) {
            @Override
            public long billableUnits(SpokenRequest request) {
                return calls.incrementAndGet();
            }
        };
    }

    static VoiceProvider voicesShareAnId(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public List<Voice> voices() throws ProviderException {
                Voice only = good.voices().getFirst();
                return List.of(only, only);
            }
        };
    }

    static VoiceProvider idsAreNotFound(VoiceProvider good) {
        return finding(good, (voice, wanted) -> !voice.id().equals(wanted));
    }

    static VoiceProvider namesCountExactly(VoiceProvider good) {
        return finding(
                good,
                (voice, wanted) -> voice.name().equals(wanted) || !voice.name().equalsIgnoreCase(wanted));
    }

    static VoiceProvider aliasesCountExactly(VoiceProvider good) {
        return finding(
                good,
                (voice, wanted) -> voice.aliases().contains(wanted)
                        || voice.aliases().stream().noneMatch(wanted::equalsIgnoreCase));
    }

    static VoiceProvider namesWithSpacesAreSomebody(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
                return name.contains(" ")
                        ? Optional.of(VoiceMatch.exact(good.voices().getFirst()))
                        : good.findVoice(name);
            }
        };
    }

    static VoiceProvider standsInUndeclared(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
                return name.length() == 20
                        ? Optional.of(new VoiceMatch(good.voices().getFirst(), true))
                        : good.findVoice(name);
            }
        };
    }

    static VoiceProvider ignoresTheDeadline(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
                return good.render(request, new Attempt(attempt.id(), Instant.MAX));
            }
        };
    }

    static VoiceProvider blamesTheCaller(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
                try {
                    return good.render(request, attempt);
                } catch (ProviderException e) {
                    throw new ProviderException(new Failure.Rejected("too late"), e);
                }
            }
        };
    }

    static VoiceProvider doesNotKnowWhetherItBegan(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
                try {
                    return good.render(request, attempt);
                } catch (ProviderException e) {
                    throw new ProviderException(new Failure.Unavailable("too late"), e);
                }
            }
        };
    }

    static VoiceProvider believesWhoRings(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
                long before = System.nanoTime();
                try {
                    attempt.doorbell().await(Duration.ofMillis(20));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                if (System.nanoTime() - before < 10_000_000) {
                    throw new ProviderException(new Failure.Unavailable("somebody rang, so it has failed"));
                }
                return good.render(request, attempt);
            }
        };
    }

    static VoiceProvider keepsAnId(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
                attempt.receipt().keep(attempt.id());
                return good.render(request, attempt);
            }
        };
    }

    static VoiceProvider secondCloseThrows(VoiceProvider good) {
        var closed = new AtomicBoolean();
        return new ForwardingProvider(good) {
            @Override
            public void close() {
                if (closed.getAndSet(true)) {
                    throw new IllegalStateException("closed already");
                }
            }
        };
    }

    static VoiceProvider leavesAThread(VoiceProvider good) {
        return new ForwardingProvider(good) {
            @Override
            public void close() {
                Duration longer = StreamCheck.SOON.multipliedBy(2);
                Thread.ofPlatform().start(() -> waitFor(longer));
            }
        };
    }

    private static void waitFor(Duration time) {
        try {
            boolean counted = new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
            assert !counted;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static VoiceProvider models(VoiceProvider good, UnaryOperator<Model> change) {
        return new ForwardingProvider(good) {
            @Override
            public Capabilities capabilities() {
                return new Capabilities(
                        good.capabilities().models().stream().map(change).toList());
            }
        };
    }

    private static VoiceProvider finding(VoiceProvider good, BiPredicate<Voice, String> allowed) {
        return new ForwardingProvider(good) {
            @Override
            public Optional<VoiceMatch> findVoice(String name) throws ProviderException {
                return good.findVoice(name).filter(match -> allowed.test(match.voice(), name));
            }
        };
    }

    private static Model with(Model model, String description, boolean timings) {
        return new Model(
                model.name(),
                description,
                model.kinds(),
                model.standsFor(),
                model.rules(),
                model.formats(),
                model.languages(),
                timings,
                model.options());
    }
}
