/** What an owner says: by the page, by the app, at the telephone (process {@code ownerContact}). */
@NullMarked
package org.baoxiu.process.repair.owner;

import org.jspecify.annotations.NullMarked;
