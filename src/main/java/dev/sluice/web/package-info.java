/**
 * What every call of the API shares: its request, its lists, and the documents that its caller
 * owns.
 */
package dev.sluice.web;
