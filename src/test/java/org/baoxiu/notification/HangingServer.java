package org.baoxiu.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes every connection and never says a word. */
final class HangingServer implements AutoCloseable {

    private final List<Socket> hanging = new CopyOnWriteArrayList<>();
    private final ServerSocket server;

    HangingServer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(this::accept, "hanging-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    private void accept() {
        try {
            while (true) {
                hanging.add(server.accept());
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int hanging() {
        return hanging.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : hanging) {
            socket.close();
        }
    }
}
