package org.baoxiu.web;

/** A page that has to be seen before all others by whoever may open it, as long as it calls. */
public interface StartPage {

    boolean calls();

    /** Begins with a slash; the right is that of the application of this name. */
    String path();
}
