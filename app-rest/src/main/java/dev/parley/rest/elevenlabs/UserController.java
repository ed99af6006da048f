package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.parley.application.Caller;
import dev.parley.application.account.ReadCredits;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Who the caller is and what they have left, in the terms of a subscription. */
@Controller("/v1/user")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UserController {

    private final ReadCredits credits;
    private final CharacterPrice price;

    UserController(ReadCredits credits, CharacterPrice price) {
        this.credits = credits;
        this.price = price;
    }

    /** @param createdAt is not kept where callers could ask for it */
    @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
    record UserJson(
            String userId,
            String workspaceId,
            SubscriptionJson subscription,
            boolean isNewUser,
            boolean canUseDelayedPaymentMethods,
            boolean isOnboardingCompleted,
            boolean isOnboardingChecklistCompleted,
            long createdAt,
            String seatType) {}

    @Get
    UserJson user(Caller caller) {
        return new UserJson(
                caller.account(),
                caller.account(),
                subscription(caller, SubscriptionJson::ofUser),
                false,
                false,
                true,
                true,
                0,
                "workspace_member");
    }

    @Get("/subscription")
    SubscriptionJson subscription(Caller caller) {
        return subscription(caller, SubscriptionJson::of);
    }

    /** Of a count and its limit. */
    @FunctionalInterface
    private interface Shape {
        SubscriptionJson of(long count, long limit);
    }

    /** What is held counts as spent: it cannot be spent on anything else. */
    private SubscriptionJson subscription(Caller caller, Shape shape) {
        var balance = credits.balance(caller);
        long used = price.characters(balance.spent().plus(balance.held()));
        return shape.of(used, used + price.characters(balance.available()));
    }
}
