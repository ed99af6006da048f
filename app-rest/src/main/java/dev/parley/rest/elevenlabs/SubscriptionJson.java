package dev.parley.rest.elevenlabs;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller's account may do, with every field that a client insists on. Prepaid credits never run over and are never
 * given anew: the fields about that are constant.
 *
 * @param characterCount of what is spent, and {@code characterLimit} of that and what is left: see {@link CharacterPrice}
 * @param openInvoices null where the subscription is a part of a user
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record SubscriptionJson(
        String tier,
        long characterCount,
        long characterLimit,
        int maxCharacterLimitExtension,
        int maxCreditLimitExtension,
        boolean canExtendCharacterLimit,
        boolean allowedToExtendCharacterLimit,
        int voiceSlotsUsed,
        int professionalVoiceSlotsUsed,
        int professionalVoiceSlotsUsedInWorkspace,
        int voiceLimit,
        int voiceAddEditCounter,
        int professionalVoiceLimit,
        boolean canExtendVoiceLimit,
        boolean canUseInstantVoiceCloning,
        boolean canUseProfessionalVoiceCloning,
        OverageJson currentOverage,
        String status,
        @Nullable List<Object> openInvoices,
        @Nullable Boolean hasOpenInvoices) {

    record OverageJson(String amount, String currency) {}

    /** As it is alone. */
    static SubscriptionJson of(long count, long limit) {
        return of(count, limit, List.of(), false);
    }

    /** As a part of a user. */
    static SubscriptionJson ofUser(long count, long limit) {
        return of(count, limit, null, null);
    }

    private static SubscriptionJson of(
            long count, long limit, @Nullable List<Object> invoices, @Nullable Boolean hasInvoices) {
        return new SubscriptionJson(
                "parley",
                count,
                limit,
                0,
                0,
                false,
                false,
                0,
                0,
                0,
                0,
                0,
                0,
                false,
                false,
                false,
                new OverageJson("0", "usd"),
                "active",
                invoices,
                hasInvoices);
    }
}
