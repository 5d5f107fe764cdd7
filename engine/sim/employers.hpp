#pragma once
// What is known of employers: nothing but their number until something happens to one (MODEL 2, 5.8).
#include <cstdint>
#include <vector>

#include "model/placement.hpp"

namespace sojourn::sim {

/// A case against an employer that was closed in the worker's favour.
struct Finding {
  std::uint32_t demand_cell = 0;  ///< destination and sector
  model::EmployerNumber employer;
  [[nodiscard]] std::uint64_t key() const noexcept { return (std::uint64_t{demand_cell} << 32U) | employer.value; }
};

/// Employers with findings against them, of one run. Others take no memory.
class EmployerRecords {
 public:
  /// How many findings there are against an employer.
  [[nodiscard]] std::int32_t findings(std::uint32_t demand_cell, model::EmployerNumber employer) const;
  /// Adds a month's findings, in any order.
  void add(std::vector<Finding> findings);
  [[nodiscard]] std::size_t known() const noexcept { return records_.size(); }

 private:
  struct Record {
    std::uint64_t key = 0;
    std::int32_t findings = 0;
  };
  std::vector<Record> records_;  // by key
};

}  // namespace sojourn::sim
