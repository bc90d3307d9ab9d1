package org.baoxiu.fee;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;

/** What holds for every labour price, every material and every fee rule. */
@PropertyDefaults(tries = 1000)
@Tag("4.3.4.4")
class FeeCalculatorPropertiesTest {

    private static final BigDecimal FEN = new BigDecimal("0.01");

    @Property
    void everyAmountIsWholeFenAndNotNegative(
            @ForAll("rules") FeeRule rule,
            @ForAll("yuan") BigDecimal labour,
            @ForAll @Size(max = 5) List<@From("lines") MaterialLine> lines) {
        Amounts amounts = FeeCalculator.amounts(rule, labour, lines);
        assertThat(List.of(
                        amounts.labour(),
                        amounts.materials(),
                        amounts.serviceCharge(),
                        amounts.total(),
                        amounts.ownerPays()))
                .allSatisfy(amount -> assertThat(amount).isNotNegative().hasScaleOf(2));
    }

    @Property
    void theLinesAddUpToTheTotal(
            @ForAll("rules") FeeRule rule,
            @ForAll("yuan") BigDecimal labour,
            @ForAll @Size(max = 5) List<@From("lines") MaterialLine> lines) {
        Amounts amounts = FeeCalculator.amounts(rule, labour, lines);
        BigDecimal sum = labour.add(amounts.serviceCharge());
        for (MaterialLine line : lines) {
            sum = sum.add(line.amount());
        }
        assertThat(amounts.total()).isEqualByComparingTo(sum);
    }

    @Property
    void theOwnerNeverPaysMoreThanShareOrMinimum(
            @ForAll("rules") FeeRule rule,
            @ForAll("yuan") BigDecimal labour,
            @ForAll @Size(max = 5) List<@From("lines") MaterialLine> lines) {
        Amounts amounts = FeeCalculator.amounts(rule, labour, lines);
        BigDecimal exactShare = amounts.total()
                .multiply(BigDecimal.valueOf(rule.ownerSharePercent()))
                .divide(new BigDecimal("100"));
        boolean nothingToPay = rule.ownerSharePercent() == 0
                || labour.signum() == 0 && amounts.materials().signum() == 0;
        BigDecimal limit = nothingToPay ? BigDecimal.ZERO : exactShare.max(rule.minimumCharge());
        assertThat(amounts.ownerPays().subtract(limit).abs()).isLessThan(FEN);
        assertThat(amounts.ownerPays()).isLessThanOrEqualTo(limit.add(new BigDecimal("0.005")));
    }

    @Property
    void moreMaterialNeverCostsTheOwnerLess(
            @ForAll("rules") FeeRule rule,
            @ForAll("yuan") BigDecimal labour,
            @ForAll @Size(max = 4) List<@From("lines") MaterialLine> lines,
            @ForAll("lines") MaterialLine another) {
        List<MaterialLine> more = new ArrayList<>(lines);
        more.add(another);
        assertThat(FeeCalculator.amounts(rule, labour, more).ownerPays())
                .isGreaterThanOrEqualTo(
                        FeeCalculator.amounts(rule, labour, lines).ownerPays());
    }

    @Property
    void aLineIsRoundedByAtMostHalfAFen(@ForAll("lines") MaterialLine line) {
        assertThat(line.amount()
                        .subtract(line.quantity().multiply(line.unitPrice()))
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.005"));
    }

    @Provide
    Arbitrary<FeeRule> rules() {
        return Combinators.combine(Arbitraries.integers().between(0, 100), money(100), money(200))
                .as((share, service, minimum) -> new FeeRule("owner", "业主承担", share, service, minimum, "有偿维修"));
    }

    @Provide
    Arbitrary<BigDecimal> yuan() {
        return money(10_000);
    }

    @Provide
    Arbitrary<MaterialLine> lines() {
        Arbitrary<BigDecimal> quantity = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.001"), new BigDecimal("9999"))
                .ofScale(3);
        return Combinators.combine(quantity, money(5_000)).as((count, price) -> new MaterialLine("材料", count, price));
    }

    private static Arbitrary<BigDecimal> money(long upTo) {
        return Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, BigDecimal.valueOf(upTo))
                .ofScale(2);
    }
}
