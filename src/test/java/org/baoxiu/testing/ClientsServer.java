package org.baoxiu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.baoxiu.testing.RecordingServer.Answer;
import org.baoxiu.testing.RecordingServer.Request;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The server of a client of the intake API, which wants to be told what becomes of its slips. */
public class ClientsServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The id of the client, which the application knows by its settings only. */
    public static final String CLIENT = "hooked";

    private static final String SETTINGS = "baoxiu.notification.web-hooks." + CLIENT;
    private static RecordingServer server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        SETTINGS + ".url=" + started().url("/hook"),
                        SETTINGS + ".secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
                .applyTo(context);
    }

    public static List<Request> requests() {
        return started().requests();
    }

    /** From now on. */
    public static void answering(Answer answer) {
        started().answering(answer);
    }

    private static synchronized RecordingServer started() {
        try {
            server = server == null ? new RecordingServer() : server;
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
