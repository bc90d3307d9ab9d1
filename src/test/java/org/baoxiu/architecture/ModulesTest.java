package org.baoxiu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.baoxiu.BaoxiuApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.Options;

/**
 * Each package below {@code org.baoxiu} is a room with a door: what others may use of it stands in the room itself, what it may
 * use of others in its {@code package-info}. The picture and a page for each room are in {@code target/modules}.
 */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(BaoxiuApplication.class);

    @Test
    void nobodyGoesRoundInCirclesOrThroughAWall() {
        MODULES.verify();
    }

    @Test
    void areDrawn() {
        new Documenter(MODULES, Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml()
                .writeModuleCanvases();
        assertThat(Path.of("target/modules/components.puml")).content().contains("Slip", "Commitment", "Process");
    }
}
