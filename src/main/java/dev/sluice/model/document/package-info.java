/** The records of the field: what every stage talks about. A leaf: it knows no other package. */
package dev.sluice.model.document;
