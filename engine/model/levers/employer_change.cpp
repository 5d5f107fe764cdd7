#include "model/levers/employer_change.hpp"

#include <array>
#include <tuple>

namespace sojourn::model {
namespace {

constexpr std::array keys{
    KeySpec{.name = "after_months",
            .lowest = 0,
            .highest = 120,
            .preset = 0,
            .meaning = "with the same employer before a worker may ask"},
    KeySpec{.name = "approval_probability",
            .lowest = 0,
            .highest = 1,
            .preset = 1,
            .meaning = "share of requests that are approved"},
    KeySpec{
        .name = "notice_months", .lowest = 0, .highest = 12, .preset = 1, .meaning = "between approval and the move"}};

void apply(const LeverSpec& lever, double enforcement, double /*wage_usd_per_month*/, MarketTerms& terms) {
  const double approval = lever.numbers.at("approval_probability");
  const double after = lever.numbers.at("after_months"), notice = lever.numbers.at("notice_months");
  // The rule that lets more requests through holds; between equal ones the earlier, then the shorter notice.
  const std::tuple rule{enforcement * approval, enforcement, -after, -notice};
  const std::tuple present{terms.change_allowed * terms.change_approval, terms.change_allowed,
                           -terms.change_after_months, -terms.change_notice_months};
  if (terms.change_allowed > 0 && rule <= present) return;
  terms.change_allowed = enforcement;
  terms.change_approval = approval;
  terms.change_after_months = after;
  terms.change_notice_months = notice;
}

}  // namespace

const LeverKind employer_change_kind{
    .name = "employer_change",
    .theme = "agreements",
    .summary = "workers may go to another employer within the contract without the present one's consent",
    .acts_through =
        "requests, moves and absconding (5.10), pay at entry and renewal (5.10), fear of complaining "
        "(5.11), harm through the choice of employers (5.8)",
    .evidence =
        "Qatar 2020: 669,198 of 1,037,644 requests approved (B), retaliation reported; United Arab "
        "Emirates 2011, consent at contract end ended: pay of incumbents up, of newcomers down (A)",
    .example = R"([[lever]]
kind = "employer_change"
corridors = ["BGD-SAU"]
start = "2026-07"
after_months = 12
approval_probability = 0.65
implementation = 0.5
)",
    .rule_on_others = true,
    .sets_a_level = true,
    .keys = keys,
    .apply = apply};

}  // namespace sojourn::model
