package dev.parley.grpc.metadata;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * A field that a client sent and the proto does not have: a typing error, or a newer description than the gateway's.
 *
 * @param path its place, with the number for want of a name, as {@code input.dialogue[2].9}
 * @param number of the field
 * @param message full name of the message that does not have it
 */
record UnknownField(String path, int number, String message) {

    /** More than these nobody reads, and each costs memory that the client did not pay for. */
    private static final int FOUND_MAX = 10;

    /** The first ones anywhere in a message. */
    static List<UnknownField> in(Message message) {
        List<UnknownField> found = new ArrayList<>();
        collect(message, "", found);
        return found;
    }

    private static void collect(Message message, String prefix, List<UnknownField> found) {
        for (int number : message.getUnknownFields().asMap().keySet()) {
            if (found.size() == FOUND_MAX) {
                return;
            }
            found.add(new UnknownField(
                    prefix + number, number, message.getDescriptorForType().getFullName()));
        }
        message.getAllFields().forEach((field, value) -> {
            if (field.getJavaType() == JavaType.MESSAGE) {
                collectInside(field, value, prefix + field.getName(), found);
            }
        });
    }

    private static void collectInside(FieldDescriptor field, Object value, String path, List<UnknownField> found) {
        if (!field.isRepeated()) {
            collect((Message) value, path + ".", found);
            return;
        }
        int index = 0;
        for (Object element : (List<?>) value) {
            collect((Message) element, path + "[" + index++ + "].", found);
        }
    }
}
