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
  /// Whether there are so many findings against an employer, the last of them not before month `since`.
  [[nodiscard]] bool listed(std::uint32_t demand_cell, model::EmployerNumber employer, std::int32_t violations, std::int32_t since) const;
  /// Adds a month's findings, in any order.
  void add(std::vector<Finding> findings, std::int32_t month = 0);
  [[nodiscard]] std::size_t known() const noexcept { return records_.size(); }

 private:
  struct Record {
    std::uint64_t key = 0;
    std::int32_t findings = 0;
    std::int32_t last = 0;  ///< month count
  };
  [[nodiscard]] const Record* find(std::uint32_t demand_cell, model::EmployerNumber employer) const;
  std::vector<Record> records_;  // by key
};

}  // namespace sojourn::sim
