/** Tells other systems how documents ended: by events in a topic, and by webhooks. */
package dev.sluice.notify;
