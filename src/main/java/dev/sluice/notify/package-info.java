/** Tells the world how documents ended: events in a topic, and webhooks. */
package dev.sluice.notify;
