package org.baoxiu.testing;

import java.net.http.HttpClient;

/** One client for requests that stand alone: a client each would cost a thread and a connection with every request. It keeps no cookies. */
public final class Http {

    public static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Http() {}
}
