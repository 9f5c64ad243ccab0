/** The domain records that every stage shares. It depends on no other package. */
package dev.sluice.model.document;
