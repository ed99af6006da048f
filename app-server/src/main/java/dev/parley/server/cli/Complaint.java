package dev.parley.server.cli;

import dev.parley.domain.refusal.Refusal;
import dev.parley.domain.refusal.Refused;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.net.ConnectException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** One line for the person at the terminal about what went wrong. */
final class Complaint {

    private static final String NOT_GRPC =
            "no gateway answers at the --address (PARLEY_ADDRESS). Is it the gRPC address, as ./parley serve prints"
                    + " it?";

    private Complaint() {}

    static String of(Throwable failure) {
        return switch (failure) {
            case Refused refused
            when refused.refusal() instanceof Refusal.Invalid(String field, String message) ->
                "'" + field + "' " + message;
            case StatusRuntimeException refused -> ofStatus(refused);
            case ConnectException _ -> "no gateway answers. Start one with: ./parley serve";
            case FileSystemException other when other.getReason() != null -> other.getFile() + ": " + other.getReason();
            case NoSuchFileException missing -> "there is no file " + missing.getFile();
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }

    private static String ofStatus(StatusRuntimeException refused) {
        var status = refused.getStatus();
        if (status.getCode() == Status.Code.UNAVAILABLE && status.getCause() != null) {
            return NOT_GRPC;
        }
        if (status.getCode() == Status.Code.INTERNAL
                && status.getDescription() != null
                && status.getDescription().contains("http2")) {
            return NOT_GRPC;
        }
        return status.getDescription() == null ? status.getCode().name() : status.getDescription();
    }
}
