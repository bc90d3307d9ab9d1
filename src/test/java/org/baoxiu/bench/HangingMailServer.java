package org.baoxiu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts every connection and never says a word. */
final class HangingMailServer implements AutoCloseable {

    private final List<Socket> callers = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    HangingMailServer() throws IOException {
        server = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "hanging-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                callers.add(server.accept());
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many connections wait for a greeting or have given up waiting. */
    int callers() {
        return callers.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket caller : callers) {
            caller.close();
        }
    }
}
