package org.baoxiu;

import org.baoxiu.operation.OperatorCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class BaoxiuApplication {

    public static void main(String[] args) {
        OperatorCommand.run(args)
                .ifPresentOrElse(System::exit, () -> SpringApplication.run(BaoxiuApplication.class, args));
    }
}
