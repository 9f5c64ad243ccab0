/** Logins of people at browsers: sessions that a cookie names, and invitations to begin one. */
package dev.sluice.web.session;
