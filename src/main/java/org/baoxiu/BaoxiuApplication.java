package org.baoxiu;

import java.util.OptionalInt;
import org.baoxiu.models.rehearsal.RehearsalStage;
import org.baoxiu.operation.OperatorCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class BaoxiuApplication {

    public static void main(String[] args) {
        OptionalInt command = OperatorCommand.run(args);
        if (command.isPresent()) {
            System.exit(command.getAsInt());
        }
        RehearsalStage stage = SpringApplication.run(BaoxiuApplication.class, args)
                .getBeanProvider(RehearsalStage.class)
                .getIfAvailable();
        if (stage != null) {
            stage.play();
        }
    }
}
