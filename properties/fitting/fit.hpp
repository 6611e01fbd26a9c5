// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "contracts/contract.hpp"
#include "fitting/observation.hpp"

namespace softlaw::properties {

/// A constant of a promise and the call that forces it: with a tenth less that call breaks the promise.
struct Forced {
  std::string constant;  ///< such as `2.3ulp`
  std::string call;      ///< with its result
  std::string input;     ///< as --input takes it
};

/// The smallest promise that holds on what was seen of one function in one format.
struct Fitted {
  std::string function, format;
  std::size_t observations = 0;
  std::string profile;  ///< the simplest that holds, or empty
  std::string promise;  ///< of fitted constants; empty if none holds
  std::vector<Forced> forced;
  std::vector<std::string> front;  ///< of two constants, if it was asked for
  std::string misfit;              ///< a result that no promise allows
  double worst = 0;                ///< the largest error in ulp
  std::string worst_call;          ///< and its call, where no promise was found
};

struct FitSettings {
  std::string terms;  ///< a promise whose terms are fitted; empty for the fewest that do
  double most = 64;   ///< constants above this hold nothing worth a promise
  double margin = 1;  ///< the factor by which constants are left larger than they must be
  bool front = false;
};

/// The constants that a promise has, for what was seen; its facts are not judged.
Fitted fit(const FunctionItem& function, const Format& format, const Seen& seen,
           const Subject& subject, const FitSettings& settings);

/// The terms that are tried in this order where none are asked for.
std::span<const char* const> usual_terms();
/// The profiles, the strictest first.
std::span<const char* const> usual_profiles();

/// The contract of all that was fitted: by profiles where they hold, if these are asked for.
Contract contract_of(std::span<const Fitted> all, bool by_profiles);

void to_json(nlohmann::ordered_json& json, const Fitted& fitted);
void from_json(const nlohmann::ordered_json& json, Fitted& fitted);

}  // namespace softlaw::properties
