/** Claim Check: originals lie in S3; only their keys travel. */
package dev.sluice.store.claimcheck;
