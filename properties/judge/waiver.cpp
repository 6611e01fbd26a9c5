// SPDX-License-Identifier: Apache-2.0
#include "judge/waiver.hpp"

#include <algorithm>

namespace softlaw::properties {
namespace {

void cover_laws(Waiver& waiver, const Toml& pattern) {
  waiver.what = pattern.text();
  for (const Law* law : match_laws(waiver.what)) waiver.laws.insert(law->id);
  if (waiver.laws.empty()) {
    pattern.refuse("no law matches '" + waiver.what + "': softlaw list shows them all");
  }
}

/// All laws that ask for it.
void cover_function(Waiver& waiver, const Toml& name) {
  waiver.what = "function " + name.text();
  if (!find_function(name.text())) {
    name.refuse("no function '" + name.text() + "': softlaw list --functions shows them all");
  }
  for (const Law* law : laws()) {
    const auto used = functions_used(*law);
    if (std::ranges::count(used, name.text()) > 0) waiver.laws.insert(law->id);
  }
}

void read_format_of(Waiver& waiver, const Toml& name) try {
  waiver.format = read_format(name.text()).name;
} catch (const std::invalid_argument& error) {
  name.refuse(error.what());
}

Waiver read_waiver(const Toml& entry) {
  entry.allow({"law", "function", "class", "format", "reason", "date", "expires"});
  Waiver waiver;
  waiver.line = entry.line();
  const Toml *law = entry.find("law"), *function = entry.find("function");
  if (!law == !function) entry.refuse("give one of the keys law and function");
  if (law) cover_laws(waiver, *law);
  if (function) cover_function(waiver, *function);
  if (const Toml* input_class = entry.find("class")) waiver.input_class = input_class->text();
  if (const Toml* format = entry.find("format")) read_format_of(waiver, *format);
  waiver.reason = entry.at("reason").text();
  if (waiver.reason.empty()) entry.at("reason").refuse("say why the failure is accepted");
  waiver.date = entry.at("date").date();
  waiver.expires = entry.at("expires").date();
  if (waiver.expires < waiver.date) {
    entry.at("expires").refuse("it expires before its date, " + to_text(waiver.date));
  }
  return waiver;
}

bool was_judged(const std::string& law, std::span<const Evidence> evidence) {
  return std::ranges::count(evidence, law, &Evidence::id) > 0;
}

}  // namespace

bool Waiver::covers(const std::string& law, const Case& input) const {
  return laws.contains(law) && matches_pattern(input.input_class, input_class) &&
         matches_pattern(input.format.name, format);
}

std::vector<Waiver> read_waivers(const Toml& file) {
  file.allow({"waiver"});
  std::vector<Waiver> waivers;
  const Toml* list = file.find("waiver");
  if (!list) return waivers;
  if (!list->is_list()) list->refuse("write each waiver under a heading [[waiver]]");
  for (const Toml& entry : list->list()) waivers.push_back(read_waiver(entry));
  return waivers;
}

std::optional<std::size_t> find_waiver(std::span<const Waiver> waivers, const std::string& law,
                                       const Case& input, const Date& on) {
  for (const Waiver& waiver : waivers) {
    if (!waiver.has_expired(on) && waiver.covers(law, input)) return waiver.line;
  }
  return std::nullopt;
}

std::vector<WaiverUse> uses_of(std::span<const Waiver> waivers, std::span<const Evidence> evidence,
                               const Date& on) {
  std::vector<WaiverUse> uses;
  for (const Waiver& waiver : waivers) {
    WaiverUse& use = uses.emplace_back(WaiverUse{waiver, 0, {}});
    for (const Evidence& law : evidence) {
      const auto found = law.waived.find(waiver.line);
      if (found != law.waived.end()) use.findings += found->second;
    }
    const bool all_judged = std::ranges::all_of(
        waiver.laws, [&](const std::string& law) { return was_judged(law, evidence); });
    if (waiver.has_expired(on)) {
      use.complaint = "has expired on " + to_text(waiver.expires);
    } else if (use.findings == 0 && all_judged) {
      use.complaint = "is not needed: no finding of this run matches it";
    }
  }
  return uses;
}

}  // namespace softlaw::properties
