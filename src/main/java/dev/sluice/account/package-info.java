/** Tells owners who they are, what they may do and what they use, and lets them make keys. */
package dev.sluice.account;
