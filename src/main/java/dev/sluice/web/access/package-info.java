/** Access control: API keys with an owner and a role, the ops login, and what is open to all. */
package dev.sluice.web.access;
