package dev.parley.rest.live;

import dev.parley.application.Limits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads of the operating system for audio: who computes on virtual ones keeps everybody else from being served. */
@Factory
final class RenderingThreads {

    static final String NAME = "parley-rendering";

    /** Beside one thread for each stream that may be open: for those who are about to hear that no more may. */
    private static final int SPARE = 32;

    private static final int IDLE_SECONDS_MAX = 30;

    @Bean(preDestroy = "shutdown")
    @Singleton
    @Named(NAME)
    ExecutorService rendering(Limits limits) {
        var waiting = new IdleFirst();
        return new ThreadPoolExecutor(
                0,
                limits.streamsMax() + SPARE,
                IDLE_SECONDS_MAX,
                TimeUnit.SECONDS,
                waiting,
                Thread.ofPlatform().daemon().name("answer-", 0).factory(),
                (work, threads) -> {
                    if (threads.isShutdown()) {
                        throw new RejectedExecutionException("the gateway is stopping");
                    }
                    waiting.keep(work);
                });
    }

    /** Takes nothing that no idle thread takes from it at once, so that one more thread begins; what is too much waits in it. */
    private static final class IdleFirst extends LinkedTransferQueue<Runnable> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean offer(Runnable work) {
            return tryTransfer(work);
        }

        void keep(Runnable work) {
            super.offer(work);
        }
    }
}
