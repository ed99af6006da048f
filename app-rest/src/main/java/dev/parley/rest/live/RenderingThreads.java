package dev.parley.rest.live;

import dev.parley.application.Limits;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
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
        int most = limits.streamsMax() + SPARE;
        var threads = new ThreadPoolExecutor(
                most,
                most,
                IDLE_SECONDS_MAX,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("answer-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
