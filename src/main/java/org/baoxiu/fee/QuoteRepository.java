package org.baoxiu.fee;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface QuoteRepository extends ListCrudRepository<Quote, Long> {

    Optional<Quote> findFirstBySlipNumberOrderByIdDesc(String slipNumber);

    Optional<Quote> findFirstBySlipNumberAndConsentOutcomeOrderByIdDesc(String slipNumber, ConsentOutcome outcome);

    List<Quote> findBySlipNumberOrderById(String slipNumber);
}
