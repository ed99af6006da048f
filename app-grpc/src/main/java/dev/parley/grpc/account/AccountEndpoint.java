package dev.parley.grpc.account;

import dev.parley.application.account.ReadCredits;
import dev.parley.grpc.auth.ApiKeyInterceptor;
import dev.parley.v1.AccountServiceGrpc;
import dev.parley.v1.GetCreditsRequest;
import dev.parley.v1.GetCreditsResponse;
import io.grpc.BindableService;
import io.grpc.ServerServiceDefinition;
import io.grpc.stub.StreamObserver;

/** {@code parley.v1.AccountService}. */
public final class AccountEndpoint implements AccountServiceGrpc.AsyncService, BindableService {

    private final ReadCredits credits;

    public AccountEndpoint(ReadCredits credits) {
        this.credits = credits;
    }

    @Override
    public ServerServiceDefinition bindService() {
        return AccountServiceGrpc.bindService(this);
    }

    @Override
    public void getCredits(GetCreditsRequest request, StreamObserver<GetCreditsResponse> answer) {
        var balance = credits.balance(ApiKeyInterceptor.caller());
        answer.onNext(GetCreditsResponse.newBuilder()
                .setAvailableMicros(balance.available().micros())
                .setHeldMicros(balance.held().micros())
                .setSpentMicros(balance.spent().micros())
                .build());
        answer.onCompleted();
    }
}
