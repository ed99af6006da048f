package dev.parley.application.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class UploadRoomTest {

    private long free = 100;
    private final UploadRoom room = new UploadRoom(() -> free, 2, 100);

    @Test
    void oneMoreThanThereArePlacesIsRefused() throws IOException {
        try (UploadRoom.Place _ = room.enter();
                UploadRoom.Place _ = room.enter()) {
            unavailable(room::enter);
        }
    }

    @Test
    void aPlaceIsGivenBack() throws IOException {
        try (UploadRoom.Place _ = room.enter()) {
            room.enter().close();
        }
        room.enter();

        assertThatCode(room::enter).doesNotThrowAnyException();
    }

    @Test
    void nothingBeginsOnADiskThatIsAlmostFull() {
        free = 99;

        unavailable(room::enter);
    }

    @Test
    void whatHasBegunEndsWhenTheDiskFillsUp() throws IOException {
        room.enter();
        free = 99;

        unavailable(room::checkDisk);
    }

    private static void unavailable(ThrowingCallable entering) {
        assertThatThrownBy(entering)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal())
                                .isInstanceOfSatisfying(
                                        Refusal.Unavailable.class,
                                        unavailable -> assertThat(unavailable.retryAfter())
                                                .isPositive()));
    }
}
