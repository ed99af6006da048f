/** What may be spoken: dialogues, their rules, and what can go wrong while they are rendered. Seen by plugins. */
@NullMarked
package dev.parley.domain.dialogue;

import org.jspecify.annotations.NullMarked;
