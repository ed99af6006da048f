package dev.parley.ports.store;

import dev.parley.domain.voice.CreatedVoice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whose the voices are that accounts have made. Joins the transaction around it. */
public interface CreatedVoices {

    /** Stores a voice. One of this provider and id that is stored already stays as it is, whoever's it is. */
    void add(CreatedVoice voice);

    /** What came of asking for a slot. */
    enum Reservation {
        RESERVED,
        /** The account has as many voices as it may have. */
        FULL,
        /** What is stored under the provider and id is another's, reserved already, or more than a preview. */
        TAKEN
    }

    /**
     * Stores a voice, or what is stored of the same account under its provider and id anew, if that is a preview and the account
     * has a slot free; and keeps the account's other voices waiting until the transaction ends.
     *
     * @param max slots of the account, this one included
     * @param givenUpBefore what was reserved before this instant may be reserved again: whoever did it has not come back
     */
    Reservation reserve(CreatedVoice voice, int max, Instant givenUpBefore);

    /** Whoever's it is, in whatever stage. */
    Optional<CreatedVoice> find(String provider, String id);

    /** The account's voices of whatever stage but previews and deleted ones, oldest first. */
    List<CreatedVoice> list(String account);

    /** Ids of this provider that the account must not know of: what others have made, and what was deleted. */
    Set<String> hidden(String provider, String account);

    /**
     * Changes stage, profile and instant of what is still stored as it was read.
     *
     * @param before as it was read: of this account, in this stage, of this instant
     * @return false, with nothing changed, where others have moved it on meanwhile, or it is not stored
     */
    boolean change(CreatedVoice before, CreatedVoice after);

    /** For what was reserved, and did not come to be. */
    void remove(String provider, String id);

    /** Forgets previews, and what was deleted, that were made before this instant. */
    void forgetBefore(Instant limit);
}
