/** The built-in voice: speaks English with no key and no network. Comes in through ServiceLoader like any other plugin. */
@NullMarked
package dev.parley.plugins.localvoice;

import org.jspecify.annotations.NullMarked;
