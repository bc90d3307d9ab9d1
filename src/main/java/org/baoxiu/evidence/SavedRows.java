package org.baoxiu.evidence;

import java.util.Optional;
import org.baoxiu.shared.RecordWritten;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.event.AfterSaveCallback;
import org.springframework.stereotype.Component;

/** Whatever Spring Data saves is seen here, whoever saves it and whether or not they think of the evidence. */
@Component
class SavedRows implements AfterSaveCallback<Object> {

    private final RelationalMappingContext mapping;
    private final RecordWatch watch;

    SavedRows(RelationalMappingContext mapping, RecordWatch watch) {
        this.mapping = mapping;
        this.watch = watch;
    }

    @Override
    public Object onAfterSave(Object saved) {
        RelationalPersistentEntity<?> entity = mapping.getRequiredPersistentEntity(saved.getClass());
        Optional.ofNullable(entity.getIdentifierAccessor(saved).getIdentifier())
                .ifPresent(key ->
                        watch.written(new RecordWritten(entity.getTableName().getReference(), key)));
        return saved;
    }
}
