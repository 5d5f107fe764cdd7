#include "sim/employers.hpp"

#include <algorithm>

namespace sojourn::sim {

const EmployerRecords::Record* EmployerRecords::find(std::uint32_t demand_cell, model::EmployerNumber employer) const {
  const std::uint64_t key = Finding{demand_cell, employer}.key();
  const auto found = std::ranges::lower_bound(records_, key, {}, &Record::key);
  return found != records_.end() && found->key == key ? &*found : nullptr;
}

std::int32_t EmployerRecords::findings(std::uint32_t demand_cell, model::EmployerNumber employer) const {
  const Record* record = find(demand_cell, employer);
  return record == nullptr ? 0 : record->findings;
}

bool EmployerRecords::listed(std::uint32_t demand_cell, model::EmployerNumber employer, std::int32_t violations, std::int32_t since) const {
  const Record* record = find(demand_cell, employer);
  return record != nullptr && record->findings >= violations && record->last >= since;
}

void EmployerRecords::add(std::vector<Finding> findings, std::int32_t month) {
  if (findings.empty()) return;
  std::ranges::sort(findings, {}, &Finding::key);
  std::vector<Record> merged;
  merged.reserve(records_.size() + findings.size());
  auto old = records_.begin();
  for (const Finding& finding : findings) {
    const std::uint64_t key = finding.key();
    for (; old != records_.end() && old->key <= key; ++old) merged.push_back(*old);
    if (merged.empty() || merged.back().key != key) merged.push_back({.key = key});
    ++merged.back().findings;
    merged.back().last = month;
  }
  merged.insert(merged.end(), old, records_.end());
  records_ = std::move(merged);
}

}  // namespace sojourn::sim
