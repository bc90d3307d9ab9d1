/** What an owner says: by the page, by the app, at the telephone (process {@code ownerContact}). */
package org.baoxiu.process.repair.owner;
