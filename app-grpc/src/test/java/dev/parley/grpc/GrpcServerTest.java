package dev.parley.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What can be asked without a key. */
@Timeout(20)
class GrpcServerTest {

    private final GrpcWorld world = new GrpcWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void healthIsServing() {
        var health = HealthGrpc.newBlockingStub(world.channel).check(HealthCheckRequest.getDefaultInstance());

        assertThat(health.getStatus()).isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void reflectionListsTheServices() throws Exception {
        var answer = new CompletableFuture<ServerReflectionResponse>();
        var ask = ServerReflectionGrpc.newStub(world.channel).serverReflectionInfo(new First(answer));
        ask.onNext(ServerReflectionRequest.newBuilder().setListServices("").build());
        ask.onCompleted();

        assertThat(answer.get(10, TimeUnit.SECONDS).getListServicesResponse().getServiceList())
                .extracting(service -> service.getName())
                .containsExactlyInAnyOrder(
                        "parley.v1.DialogueService",
                        "parley.v1.CatalogService",
                        "parley.v1.AccountService",
                        "parley.v1.AudioService",
                        "parley.v1.SessionService",
                        "parley.v1.VoiceService",
                        "grpc.health.v1.Health",
                        "grpc.reflection.v1.ServerReflection");
    }

    @Test
    void closingTwiceIsClosingOnce() {
        world.server.close();
        world.server.close();

        assertThat(world.channel.isShutdown()).isFalse();
    }

    private record First(CompletableFuture<ServerReflectionResponse> answer)
            implements StreamObserver<ServerReflectionResponse> {
        @Override
        public void onNext(ServerReflectionResponse value) {
            answer.complete(value);
        }

        @Override
        public void onError(Throwable t) {
            answer.completeExceptionally(t);
        }

        @Override
        public void onCompleted() {
            answer.completeExceptionally(new AssertionError("ended without an answer"));
        }
    }
}
