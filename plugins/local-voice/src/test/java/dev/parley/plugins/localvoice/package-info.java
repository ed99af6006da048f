/** Tests of the built-in voice: what it says is measured, not listened to. */
@NullMarked
package dev.parley.plugins.localvoice;

import org.jspecify.annotations.NullMarked;
