/** Serves the pages for people; what they show comes from the API alone. */
package dev.sluice.web.pages;
