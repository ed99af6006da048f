package dev.parley.adapters.proxies.job;

import dev.parley.adapters.proxies.attempt.Vigil;
import dev.parley.adapters.proxies.file.AudioFiles;
import dev.parley.adapters.proxies.job.JobState.Done;
import dev.parley.adapters.proxies.job.JobState.Failed;
import dev.parley.adapters.proxies.settings.Settings;
import dev.parley.domain.audio.AudioFormat;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.domain.render.RenderRequest;
import dev.parley.ports.provider.Attempt;
import dev.parley.ports.provider.AudioStream;
import dev.parley.ports.provider.ProviderException;
import dev.parley.ports.provider.Receipt;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** One rendering, up to its first audio: submitted, kept, asked after, and fetched. */
final class JobRun {

    /** It becomes part of a path. */
    private static final Pattern JOB = Pattern.compile("(?!\\.)[A-Za-z0-9._~:-]{1," + Receipt.LENGTH_MAX + "}");

    private final Wire wire;
    private final JobApi api;
    private final Settings settings;
    private final AudioFiles files;
    private final InstantSource clock;

    JobRun(Wire wire, JobApi api, Settings settings, AudioFiles files, InstantSource clock) {
        this.wire = wire;
        this.api = api;
        this.settings = settings;
        this.files = files;
        this.clock = clock;
    }

    AudioStream render(RenderRequest request, Attempt attempt) throws ProviderException {
        if (!clock.instant().isBefore(attempt.deadline())) {
            throw new ProviderException(Unavailable.notRendered("the deadline has passed"));
        }
        try {
            return begun(request, attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderException(
                    new Unavailable("interrupted while " + api.name() + " was at work, which goes on"), e);
        }
    }

    private AudioStream begun(RenderRequest request, Attempt attempt) throws ProviderException, InterruptedException {
        var earlier = attempt.receipt().upstreamId();
        String job = earlier.isPresent() ? earlier.get() : submitted(request, attempt);
        var vigil = new Vigil(attempt, api.name(), clock);
        var rhythm = new Rhythm(settings, ThreadLocalRandom.current()::nextDouble);
        JobState end = new Polling(wire, api, rhythm, vigil).end(job, earlier.isPresent());
        return switch (end) {
            case Done(String file, BigDecimal cost) -> {
                BigDecimal paid = cost == null ? api.listPrice(request) : cost;
                attempt.receipt().billed(job, null, paid);
                if (!(request.format() instanceof AudioFormat format)) {
                    throw new IllegalArgumentException("no reseller makes " + request.format());
                }
                yield files.open(file, format, vigil);
            }
            case Failed(var failure, boolean charged) -> {
                attempt.receipt().billed(job, null, charged ? null : BigDecimal.ZERO);
                throw new ProviderException(failure);
            }
            case JobState.Working _, JobState.Unknown _ -> throw new IllegalStateException("no end: " + end);
        };
    }

    private String submitted(RenderRequest request, Attempt attempt) throws ProviderException, InterruptedException {
        var call = api.submission(request, attempt.doorbell().address());
        Reply reply = wire.send(call, attempt.deadline());
        if (!reply.isGood()) {
            throw new ProviderException(Refusals.of(api, reply.error()));
        }
        String job = api.job(reply.body())
                .filter(id -> JOB.matcher(id).matches())
                .orElseThrow(() -> new ProviderException(
                        new Unavailable(api.name() + " took the request, and did not say as which job")));
        attempt.receipt().keep(job);
        attempt.receipt().billed(job, null, null);
        return job;
    }
}
