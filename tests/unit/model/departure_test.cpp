#include "model/departure.hpp"

#include <gtest/gtest.h>

namespace sojourn::model {
namespace {

TEST(Channel, IsRegisteredForTheShareThatTheRegisterSees) {
  // Bangladesh to Oman in a year in which the register sees 0.28 of those who leave.
  EXPECT_EQ(channel_of(false, 0.28, 0.279), Channel::registered);
  EXPECT_EQ(channel_of(false, 0.28, 0.281), Channel::unregistered);
}

TEST(Channel, PastABanIsIrregularWhateverTheRegister) {
  EXPECT_EQ(channel_of(true, 1.0, 0.01), Channel::irregular);
  EXPECT_EQ(channel_of(true, 0.0, 0.99), Channel::irregular);
}

TEST(Channel, IsNeverIrregularWithoutABan) {
  int registered = 0;
  for (int i = 0; i < 1000; ++i) {
    const Channel channel = channel_of(false, 0.7, (i + 0.5) / 1000);
    EXPECT_NE(channel, Channel::irregular);
    registered += channel == Channel::registered ? 1 : 0;
  }
  EXPECT_EQ(registered, 700);
}

TEST(Ban, StopsNobodyAtZeroAndEverybodyAtOne) {
  MarketTerms terms;
  EXPECT_FALSE(is_barred(terms, 1e-9));
  terms.departure_barred = 1;
  EXPECT_TRUE(is_barred(terms, 1 - 1e-9));
}

TEST(Ban, StopsTheSamePersonsAndMoreWhenItIsBetterEnforced) {
  MarketTerms weak, strong;
  weak.departure_barred = 0.3;
  strong.departure_barred = 0.9;
  int stopped = 0;
  for (int i = 0; i < 1000; ++i) {
    const double u = (i + 0.5) / 1000;
    if (is_barred(weak, u)) {
      EXPECT_TRUE(is_barred(strong, u));
    }
    stopped += is_barred(strong, u) ? 1 : 0;
  }
  EXPECT_EQ(stopped, 900);
}

}  // namespace
}  // namespace sojourn::model
