package dev.parley.adapters.proxies.job;

import dev.parley.adapters.proxies.attempt.Vigil;
import dev.parley.adapters.proxies.job.JobState.Done;
import dev.parley.adapters.proxies.job.JobState.Failed;
import dev.parley.adapters.proxies.job.JobState.Unknown;
import dev.parley.adapters.proxies.job.JobState.Working;
import dev.parley.domain.render.Failure.Unavailable;
import dev.parley.ports.provider.ProviderException;
import java.time.Duration;

/** Asks after one job until it is done. An upstream that is in trouble is given time; one that talks nonsense, not much. */
final class Polling {

    private static final System.Logger LOG = System.getLogger(Polling.class.getName());

    /** Answers in a row that nobody can make sense of. */
    private static final int NONSENSE_MAX = 5;

    private final Wire wire;
    private final JobApi api;
    private final Rhythm rhythm;
    private final Vigil vigil;
    private int nonsense;

    Polling(Wire wire, JobApi api, Rhythm rhythm, Vigil vigil) {
        this.wire = wire;
        this.api = api;
        this.rhythm = rhythm;
        this.vigil = vigil;
    }

    /**
     * How the job has ended.
     *
     * @param known whether it was submitted by an earlier run: then it is asked after at once
     */
    JobState end(String job, boolean known) throws ProviderException, InterruptedException {
        vigil.rest(known ? Duration.ZERO : rhythm.pause(), known ? Duration.ZERO : rhythm.least());
        while (true) {
            JobState state = ask(job);
            if (state instanceof Done || state instanceof Failed) {
                return state;
            }
            vigil.rest(rhythm.pause(), rhythm.least());
        }
    }

    private JobState ask(String job) throws ProviderException, InterruptedException {
        Reply reply;
        try {
            reply = wire.send(api.question(job), vigil.deadline());
        } catch (ProviderException e) {
            LOG.log(System.Logger.Level.DEBUG, "asking " + api.name() + " after a job", e);
            rhythm.trouble(null);
            return new Working();
        }
        return reply.isGood() ? state(reply) : unlessHopeless(reply.error());
    }

    private JobState state(Reply reply) throws ProviderException {
        JobState state = api.state(reply.body());
        if (state instanceof Unknown) {
            return puzzled("tells nonsense of the job");
        }
        nonsense = 0;
        rhythm.wentWell();
        return state;
    }

    /** The job is submitted, and goes on: what may pass is waited for, and nothing says that it was not rendered. */
    private JobState unlessHopeless(ErrorAnswer answer) throws ProviderException {
        int status = answer.status();
        if (status == 429 || status == 408 || status == 425 || status >= 500) {
            rhythm.trouble(answer.retryAfter());
            return new Working();
        }
        if (status == 401 || status == 403) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "{0} takes jobs, and refuses the key when asked after one ({1})",
                    api.name(),
                    status);
            throw new ProviderException(new Unavailable(api.name() + " will not tell of the job"));
        }
        return puzzled(status == 404 ? "does not know the job" : "will not tell of the job (" + status + ")");
    }

    private Working puzzled(String why) throws ProviderException {
        if (++nonsense >= NONSENSE_MAX) {
            throw new ProviderException(new Unavailable(api.name() + " " + why));
        }
        rhythm.trouble(null);
        return new Working();
    }
}
