#include "model/fees.hpp"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "model/decision.hpp"

namespace sojourn::model {
namespace {

const Parameters standard;
const RentSplit usual{.employer = 0.45, .agency_of_rest = 0.25 / 0.55};  // through sub-agents, no visa sold

MarketTerms cap_of(double usd, double enforcement) {
  MarketTerms terms;
  terms.fee_cap_usd = usd;
  terms.fee_cap_enforcement = enforcement;
  terms.fee_cap_fine_usd = 2000;
  return terms;
}

MarketTerms employer_pays(double documented, double fee, double enforcement) {
  MarketTerms terms;
  terms.employer_pays_documented = documented;
  terms.employer_pays_fee = fee;
  terms.employer_pays_enforcement = enforcement;
  terms.employer_pays_fine_usd = 2000;
  return terms;
}

double total(const Price& price) { return price.documented.value() + price.rent.value(); }

TEST(Rent, FromBangladeshToSaudiArabiaIsTheExampleOfItsPage) {
  const Usd surplus =
      typical_surplus(UsdPerMonth{295}, 0.2, UsdPerMonth{90.75}, present_value_months(Months{48}, 0.01), standard);
  EXPECT_NEAR(surplus.value(), 7756.18, 0.005);
  const double share = rent_share(0.84, 3, 0, standard);
  EXPECT_NEAR(share, 0.6199, 5e-5);
  const Usd asked = rent(share, surplus, 1, Usd{20'000}, false, standard);
  EXPECT_NEAR(asked.value(), 4808.39, 0.05);
  EXPECT_NEAR(rent(share, surplus, 1, Usd{20'000}, true, standard).value(), 0.7 * asked.value(), 1e-9);
}

TEST(Rent, IsNeverMoreThanCanBeFound) {
  EXPECT_NEAR(rent(0.62, Usd{7756}, 1.5, Usd{3000}, false, standard).value(), 1860, 1e-9);
  EXPECT_EQ(rent(0.62, Usd{7756}, 1, Usd{0}, false, standard).value(), 0.0);
  EXPECT_EQ(rent(0.62, Usd{7756}, 1, Usd{-5}, false, standard).value(), 0.0);
}

TEST(Rent, IsZeroWithoutASurplus) {
  const Usd none = typical_surplus(UsdPerMonth{100}, 0.45, UsdPerMonth{300}, 38, standard);
  EXPECT_EQ(none.value(), 0.0);
  EXPECT_EQ(rent(0.9, none, 1, Usd{9000}, false, standard).value(), 0.0);
}

TEST(RentShare, RisesWithTightnessResidualAndChainAndStaysAShare) {
  EXPECT_LT(rent_share(0, 1, 0, standard), rent_share(0, 2, 0, standard));
  EXPECT_LT(rent_share(0, 1, 0, standard), rent_share(0.5, 1, 0, standard));
  EXPECT_LT(rent_share(0, 1, 0, standard), rent_share(0, 1, 0.2, standard)) << "fewer agencies, more power";
  Parameters longer;
  longer.recruitment_chain_links = 3;
  EXPECT_LT(rent_share(0, 1, 0, standard), rent_share(0, 1, 0, longer));
  EXPECT_EQ(rent_share(0, 20, 0, standard), rent_share(0, 500, 0, standard))
      << "beyond twenty applicants an order nothing changes";
  EXPECT_EQ(rent_share(0, 0.05, 0, standard), rent_share(0, 0, 0, standard));
  EXPECT_GT(rent_share(-9, 0, 0, standard), 0.0);
  EXPECT_LT(rent_share(9, 20, 0, standard), 1.0);
}

TEST(Incentive, WhereApplicantsAreShortIsTheExampleOfItsPage) {
  EXPECT_NEAR(incentive(0.5, Usd{6440}, standard).value(), 1835.4, 1e-9);
  EXPECT_EQ(incentive(1, Usd{6440}, standard).value(), 0.0);
  EXPECT_EQ(incentive(3, Usd{6440}, standard).value(), 0.0);
}

TEST(Compliance, WithNoInspectionsAndWithPublishedOnesIsTheExampleOfItsPage) {
  EXPECT_NEAR(inspection_probability(0, standard), 0.002, 1e-12);
  EXPECT_NEAR(inspection_probability(0.6, standard), 0.1808, 1e-12);
  EXPECT_NEAR(compliance_probability(Usd{900}, 0, Usd{2000}, 0.5, standard), 0.05, 5e-4);
  EXPECT_NEAR(compliance_probability(Usd{900}, 0.6, Usd{2000}, 0.5, standard), 0.772, 5e-4);
}

TEST(Compliance, RisesWithEnforcementFineAndHonestyAndFallsWithTheGain) {
  double last = 0;
  for (int step = 0; step <= 10; ++step) {
    const double now = compliance_probability(Usd{900}, step / 10.0, Usd{2000}, 0.5, standard);
    EXPECT_GT(now, last);
    last = now;
  }
  const double base = compliance_probability(Usd{900}, 0.5, Usd{2000}, 0.5, standard);
  EXPECT_GT(compliance_probability(Usd{900}, 0.5, Usd{3000}, 0.5, standard), base);
  EXPECT_GT(compliance_probability(Usd{900}, 0.5, Usd{2000}, 0.6, standard), base);
  EXPECT_LT(compliance_probability(Usd{1000}, 0.5, Usd{2000}, 0.5, standard), base);
}

TEST(LegalPrice, WithoutRulesIsThePrice) {
  const Price price{Usd{500}, Usd{1000}};
  EXPECT_FALSE(fee_rule_in_force(MarketTerms{}));
  EXPECT_EQ(total(legal_price(price, MarketTerms{})), 1500);
}

TEST(LegalPrice, UnderACapOnAllCostsIsTheCapAndLeavesCheaperPricesAlone) {
  EXPECT_EQ(total(legal_price({Usd{500}, Usd{1000}}, cap_of(800, 1))), 800);
  EXPECT_EQ(legal_price({Usd{500}, Usd{1000}}, cap_of(800, 1)).documented.value(), 500);
  EXPECT_EQ(total(legal_price({Usd{500}, Usd{1000}}, cap_of(300, 1))), 300) << "papers too are above it";
  EXPECT_EQ(total(legal_price({Usd{500}, Usd{1000}}, cap_of(0, 1))), 0) << "zero-fee recruitment";
  EXPECT_EQ(total(legal_price({Usd{500}, Usd{100}}, cap_of(800, 1))), 600);
}

// A rule on paper does not become an enforced one because another has inspectors.
TEST(LegalPrice, OfTwoRulesCountsTheWorseEnforcedAsFarAsItIsEnforcedBesideTheOther) {
  MarketTerms terms = cap_of(800, 0.5);
  terms.employer_pays_fee = 1;
  terms.employer_pays_enforcement = 0.05;
  // A tenth of the rent of 1,000 goes by employer pays; the cap takes what is above 800 of the other 1,400.
  EXPECT_DOUBLE_EQ(total(legal_price({Usd{500}, Usd{1000}}, terms)), 800);
  EXPECT_DOUBLE_EQ(total(legal_price({Usd{500}, Usd{300}}, terms)), 770) << "below the cap nearly the price without rules";
  terms.employer_pays_enforcement = 0.5;
  EXPECT_DOUBLE_EQ(total(legal_price({Usd{500}, Usd{300}}, terms)), 500) << "as well enforced: the whole fee";
}

TEST(LegalPrice, UnderACapOnTheFeeAloneLeavesDocumentedCosts) {
  MarketTerms terms = cap_of(100, 1);
  terms.fee_cap_counts_all_costs = false;
  const Price legal = legal_price({Usd{500}, Usd{1000}}, terms);
  EXPECT_EQ(legal.documented.value(), 500);
  EXPECT_EQ(legal.rent.value(), 100);
}

TEST(LegalPrice, UnderStackedRulesIsNoHigherThanUnderEitherAlone) {
  for (const double documented : {0.0, 350.0, 900.0}) {
    for (const double fee : {-200.0, 0.0, 80.0, 4000.0}) {
      const Price price{Usd{documented}, Usd{fee}};
      for (const double cap : {0.0, 100.0, 1000.0}) {
        for (const double moved : {0.0, 0.4, 1.0}) {
          MarketTerms both = employer_pays(moved, 1, 0.5);
          both.fee_cap_usd = cap;
          both.fee_cap_enforcement = 0.5;
          const double stacked = total(legal_price(price, both));
          EXPECT_LE(stacked, total(legal_price(price, cap_of(cap, 0.5))) + 1e-9);
          EXPECT_LE(stacked, total(legal_price(price, employer_pays(moved, 1, 0.5))) + 1e-9);
          EXPECT_LE(stacked, total(price) + 1e-9);
        }
      }
    }
  }
}

TEST(FeeRules, TakeTheStricterEnforcementAndFineOfThoseInForce) {
  MarketTerms both = employer_pays(1, 1, 0.3);
  both.fee_cap_usd = 100;
  both.fee_cap_enforcement = 0.6;
  both.fee_cap_fine_usd = 500;
  EXPECT_TRUE(fee_rule_in_force(both));
  EXPECT_EQ(fee_enforcement(both), 0.6);
  EXPECT_EQ(fee_fine(both).value(), 2000);
  both.employer_pays_enforcement = 0;
  EXPECT_EQ(fee_fine(both).value(), 500) << "a rule that nobody enforces fines nobody";
}

TEST(Payment, UnderACapIsTheExampleOfItsPage) {
  const Price price{Usd{500}, Usd{1000}};
  MarketTerms terms = cap_of(800, 0.6);
  const Payment kept = payment(price, usual, terms, true, false, standard);
  EXPECT_EQ(kept.borne_by_worker, 80'000);
  EXPECT_EQ(kept.official, 80'000);
  EXPECT_EQ(kept.to_employer_side, 30'000) << "agency and sub-agents lose first";
  EXPECT_EQ(kept.to_agency, 0);

  const Payment broken = payment(price, usual, terms, false, false, standard);
  EXPECT_EQ(broken.borne_by_worker, 150'904);  // 500 + 1,000 (1 + 0.05 * 0.1808)
  EXPECT_EQ(broken.official, 80'000) << "the receipt shows the cap";
  EXPECT_EQ(broken.to_employer_side, 45'000);
  EXPECT_EQ(broken.to_agency, 25'411);
  EXPECT_EQ(broken.to_subagents, 30'493);

  terms.fee_cap_refund_share = 0.5;
  const Payment found = payment(price, usual, terms, false, true, standard);
  EXPECT_EQ(found.refunded, 35'452);
  EXPECT_EQ(found.borne_by_worker, 150'904 - 35'452);
  EXPECT_EQ(found.to_agency, 25'411 - 35'452) << "the agency pays it back";
}

TEST(Payment, AddsUpToTheLastCentUnderAnyRule) {
  MarketTerms stacked = employer_pays(0.583, 1, 0.4);
  stacked.fee_cap_usd = 123.45;
  stacked.fee_cap_enforcement = 0.8;
  stacked.fee_cap_refund_share = 0.37;
  MarketTerms refund = cap_of(333.33, 0.9);
  refund.fee_cap_refund_share = 1;
  for (const MarketTerms& terms : {MarketTerms{}, cap_of(100, 0.1), refund, employer_pays(1, 1, 1), stacked}) {
    for (double documented = 0; documented < 1500; documented += 97.313) {
      for (double fee = -1900; fee < 6000; fee += 211.777) {
        for (const bool complied : {true, false}) {
          for (const bool found : {true, false}) {
            const Payment is = payment({Usd{documented}, Usd{fee}}, usual, terms, complied, found, standard);
            ASSERT_EQ(is.borne_by_worker, is.documented + is.to_employer_side + is.to_agency + is.to_subagents);
            ASSERT_GE(is.refunded, 0);
            ASSERT_GE(is.paid_by_employer, 0);
            ASSERT_EQ(is.complied, complied);
            if (complied) {
              ASSERT_EQ(is.refunded, 0);
            }
            if (complied) {
              ASSERT_NEAR(static_cast<double>(is.documented + is.paid_by_employer), documented * 100, 1.01);
            }
          }
        }
      }
    }
  }
}

TEST(Payment, WithoutRulesIsWhatIsAsked) {
  const Payment is = payment({Usd{500}, Usd{4808.39}}, usual, MarketTerms{}, true, false, standard);
  EXPECT_EQ(is.borne_by_worker, 530'839);
  EXPECT_EQ(is.official, 530'839);
  EXPECT_EQ(is.paid_by_employer, 0);
  EXPECT_EQ(is.to_employer_side, 216'378);  // 0.45
  EXPECT_EQ(is.to_agency, 120'210);         // 0.25
  EXPECT_EQ(is.to_subagents, 144'251);      // the rest, 0.30
}

TEST(Payment, OfAnIncentiveComesFromTheEmployersSide) {
  const Payment is = payment({Usd{350}, Usd{-1835.40}}, usual, MarketTerms{}, true, false, standard);
  EXPECT_EQ(is.borne_by_worker, -148'540);
  EXPECT_EQ(is.to_employer_side, -183'540);
  EXPECT_EQ(is.to_agency, 0);
  EXPECT_EQ(is.to_subagents, 0);
}

TEST(ExpectedFees, WithoutRulesAreThePrice) {
  const ExpectedFees mean = expected_fees({Usd{500}, Usd{1000}}, usual, MarketTerms{}, standard);
  EXPECT_EQ(mean.borne_by_worker.value(), 1500);
  EXPECT_EQ(mean.rent_to_employer.value(), 450);
  EXPECT_EQ(mean.paid_by_employer.value(), 0);
  EXPECT_EQ(mean.compliance, 1);
}

TEST(ExpectedFees, MixKeptAndBrokenCasesByTheMeanCompliance) {
  const Price price{Usd{500}, Usd{1000}};
  const ExpectedFees mean = expected_fees(price, usual, cap_of(100, 0.6), standard);
  double compliance = 0;
  for (const double honesty : {0.1, 0.3, 0.5, 0.7, 0.9}) {
    compliance += compliance_probability(Usd{1400}, 0.6, Usd{2000}, honesty, standard) / 5;
  }
  EXPECT_NEAR(mean.compliance, compliance, 1e-12);
  EXPECT_NEAR(mean.borne_by_worker.value(), compliance * 100 + (1 - compliance) * 1500, 1e-9);
  EXPECT_NEAR(mean.paid_by_employer.value(), compliance * 400, 1e-9);
}

TEST(ExpectedFees, OfEmployerPaysMovePaymentsFromWorkersToEmployers) {
  const Price price{Usd{500}, Usd{1000}};
  double worker_before = 1500, employer_before = 0;
  for (int step = 1; step <= 10; ++step) {
    const ExpectedFees mean = expected_fees(price, usual, employer_pays(1, 1, step / 10.0), standard);
    EXPECT_LT(mean.borne_by_worker.value(), worker_before);
    EXPECT_GT(mean.paid_by_employer.value(), employer_before);
    worker_before = mean.borne_by_worker.value();
    employer_before = mean.paid_by_employer.value();
  }
}

}  // namespace
}  // namespace sojourn::model
