package org.baoxiu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class BaoxiuApplication {

    public static void main(String[] args) {
        SpringApplication.run(BaoxiuApplication.class, args);
    }
}
