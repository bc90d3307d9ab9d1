package org.baoxiu.portal;

/** A link that opens nothing: wrong, replaced, or of a slip that was closed long ago. */
class UnknownLink extends RuntimeException {
}
