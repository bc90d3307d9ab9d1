package org.baoxiu.engine;

import java.io.File;
import java.io.InputStream;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransform;
import org.camunda.bpm.dmn.engine.impl.spi.transform.DmnTransformer;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransform;
import org.camunda.bpm.dmn.engine.impl.transform.DefaultDmnTransformer;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** Decision engines read every table by {@link CodedTables}: what they are asked and answer are codes, whatever the table is written in. */
public final class TransformsWords extends DefaultDmnTransformer {

    @Override
    public DmnTransform createTransform() {
        return new Transform(this);
    }

    private static final class Transform extends DefaultDmnTransform {

        Transform(DmnTransformer transformer) {
            super(transformer);
        }

        @Override
        public void setModelInstance(File file) {
            super.setModelInstance(file);
            CodedTables.inPlace(modelInstance);
        }

        @Override
        public void setModelInstance(InputStream inputStream) {
            super.setModelInstance(inputStream);
            CodedTables.inPlace(modelInstance);
        }

        /** It is somebody else's too. */
        @Override
        public void setModelInstance(DmnModelInstance written) {
            super.setModelInstance(CodedTables.of(written));
        }
    }
}
