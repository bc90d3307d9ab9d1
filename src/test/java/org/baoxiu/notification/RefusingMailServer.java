package org.baoxiu.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that takes no recipient, and repeats whom it does not take. */
final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket server;
    private final int code;

    /** @param code the reply to each recipient */
    RefusingMailServer(int code) throws IOException {
        this.code = code;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "refusing-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    talk(client);
                }
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void talk(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(out, "220 ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say(out, line.startsWith("RCPT") ? code + " " + line : "250 ok");
        }
    }

    private static void say(OutputStream out, String reply) throws IOException {
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
