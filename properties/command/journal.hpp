// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "judge/evidence.hpp"

namespace softlaw::properties {

/// The evidence of each law as soon as it is judged, in a file of lines, so that a run that was killed
/// goes on where it stopped.
class Journal {
 public:
  /// Takes over what a run with the same key has written there.  The key says on what the evidence
  /// depends.
  Journal(std::filesystem::path file, const nlohmann::ordered_json& key);

  const std::map<std::string, Evidence>& judged() const { return judged_; }
  void add(const Evidence& evidence);
  /// The run is complete.
  void remove();

 private:
  void read(const std::string& key);

  std::filesystem::path file_;
  std::map<std::string, Evidence> judged_;
  std::ofstream out_;
};

/// A number that tells apart files of different contents; 0 if it cannot be read.
std::uint64_t content_hash(const std::filesystem::path& file);

}  // namespace softlaw::properties
