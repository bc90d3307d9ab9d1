package org.baoxiu.photo;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PhotoRepository extends ListCrudRepository<Photo, Long> {

    List<Photo> findBySlipNumberOrderById(String slipNumber);

    int countBySlipNumberAndKind(String slipNumber, PhotoKind kind);
}
