package org.baoxiu.dispatch;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface CertificateRepository extends ListCrudRepository<Certificate, Long> {

    Optional<Certificate> findByTechnicianAndQualification(String technician, Qualification qualification);

    List<Certificate> findByTechnician(String technician);
}
