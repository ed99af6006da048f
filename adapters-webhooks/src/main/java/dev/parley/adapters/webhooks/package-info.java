/** Calls to URLs that strangers choose: what may be reached, how it is signed, and how little of an answer is believed. */
@NullMarked
package dev.parley.adapters.webhooks;

import org.jspecify.annotations.NullMarked;
