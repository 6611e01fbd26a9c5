// SPDX-License-Identifier: Apache-2.0
#include "fitting/fit.hpp"

#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>

#include "command/options.hpp"
#include "command/output_file.hpp"
#include "fitting/conventions.hpp"
#include "judge/applicable.hpp"
#include "judge/gate.hpp"
#include "process/child.hpp"

namespace softlaw::properties {
namespace {

const Option cases_option{.name = "--cases",
                          .takes = "NUMBER",
                          .help = "Number of cases per law",
                          .preset = "400",
                          .check = whole_number_up_to(1'000'000)};
const Option terms_option{
    .name = "--terms",
    .takes = "PROMISE",
    .help =
        "Fit the constants of these terms, whatever they are here, such as 1ulp+1plain or "
        "(1+n)ulp; by default the profile that holds, else the fewest terms that do",
    .check = [](const std::string& text) -> std::string {
      try {
        const Promise promise = Promise::read(text);
        for (const Bound& bound : promise.bounds) {
          if (bound.kind != Bound::Kind::sum) return "there is no constant in " + bound.text();
          for (const Term& term : bound.terms) {
            if (std::ranges::count(fitted_units, term.unit) == 0) {
              return "a term of " + term.text() +
                     " cannot be fitted; ulp, cond, plain, u, rel and "
                     "abs can";
            }
          }
        }
        if (promise.bounds.size() > 1) return "a maximum of terms cannot be fitted: give their sum";
        return "";
      } catch (const std::invalid_argument& error) {
        return error.what();
      }
    }};
const Option write_option{
    .name = "--write", .takes = "FILE", .help = "Write the contract, for --contract"};
const Option margin_option{.name = "--margin",
                           .takes = "FACTOR",
                           .help = "Leave each constant larger by this factor, such as 1.5",
                           .preset = "1",
                           .check = [](const std::string& text) -> std::string {
                             try {
                               const double factor = read_number(text);
                               if (factor >= 1 && factor <= 1000) return "";
                             } catch (const std::invalid_argument&) {
                             }
                             return "expected a factor from 1 to 1000, got '" + text + "'";
                           }};
const Option seeds_option{.name = "--seeds",
                          .takes = "NUMBER",
                          .help = "On so many other seeds the contract is tried",
                          .preset = "20",
                          .check = whole_number_up_to(1000)};
const Option front_flag{
    .name = "--front", .takes = "", .help = "Show the front of the smallest, for two constants"};

bool is_asked(const Given& given, const FunctionItem& function) {
  return !given.has(function_option()) ||
         std::ranges::count(given.all(function_option()), function.name) > 0;
}

std::vector<const Law*> laws_of(const Given& given, const Subject& subject) {
  std::vector<const Law*> found = given_laws(given);
  std::erase_if(found, [&](const Law* law) {
    const std::vector<std::string> used = functions_used(*law);
    const bool asked = std::ranges::all_of(
        used, [&](const std::string& name) { return is_asked(given, *find_function(name)); });
    return !asked || !is_applicable(*law, subject);
  });
  if (found.empty()) {
    throw UsageError("the subject '" + subject.name() + "' has no function that the laws ask for");
  }
  return found;
}

/// In a process of its own: the subject may crash.
std::vector<Fitted> fit_apart(const Given& given, const Subject& subject,
                              std::span<const Law* const> laws) {
  const Message answer = contain(
      [&]() -> Message {
        FitSettings settings;
        settings.terms = given.text(terms_option);
        settings.margin = given.number(margin_option);
        settings.front = given.has(front_flag);
        const Sight sight =
            observe(subject, laws, given.whole(seed_option()), given.whole(cases_option));
        Message all = Message::array();
        for (const auto& [where, seen] : sight) {
          const auto& [function, format] = where;
          if (!is_asked(given, *function)) continue;
          all.push_back(fit(*function, read_format(format), seen, subject, settings));
        }
        return all;
      },
      86400);
  return answer.get<std::vector<Fitted>>();
}

std::string short_ulps(double value) {
  std::ostringstream out;
  out << std::setprecision(3) << value;
  return out.str();
}

std::string shortened(const std::string& text) {
  constexpr std::size_t limit = 160;
  return text.size() <= limit ? text : text.substr(0, limit) + " …";
}

void print_fitted(const Fitted& fitted, bool by_profiles) {
  std::cout << std::left << "  " << std::setw(24) << fitted.function << std::setw(10)
            << fitted.format;
  if (!fitted.misfit.empty()) {
    std::cout << "none: " << shortened(fitted.misfit) << '\n';
    return;
  }
  std::cout << std::setw(19) << (fitted.profile.empty() ? "no profile" : fitted.profile);
  if (fitted.promise.empty()) {
    std::cout << "none: " << short_ulps(fitted.worst) << " ulp in " << shortened(fitted.worst_call)
              << '\n';
    return;
  }
  std::cout << fitted.promise << '\n';
  if (by_profiles && !fitted.profile.empty()) return;
  for (const Forced& each : fitted.forced) {
    std::cout << "      " << std::setw(14) << each.constant << "forced by " << shortened(each.call)
              << '\n';
  }
  for (const std::string& corner : fitted.front) std::cout << "      front: " << corner << '\n';
}

std::string names_of_broken(std::span<const Evidence> evidence) {
  std::string names;
  for (const Evidence& each : evidence) {
    if (is_failure(each.verdict)) names += " " + each.id;
  }
  return names;
}

/// Judges contracts of one subject at one seed and at others, on the cases that were asked for.
class Trials {
 public:
  Trials(const Given& given, SubjectPointer subject) : subject_(std::move(subject)) {
    settings_.each.cases = given.whole(cases_option);
    settings_.each.explain = false;
    settings_.seconds_for_a_case = given.number(timeout_option());
    first_ = given.whole(seed_option());
  }

  std::vector<Evidence> at_first(const Contract& contract, std::span<const Law* const> laws) {
    return at_seed(first_, contract, laws);
  }

  /// How many of so many others are green, and the laws that broke there.
  std::string at_others(std::size_t count, const Contract& contract,
                        std::span<const Law* const> laws) {
    std::size_t green = 0;
    std::string broken;
    for (std::uint64_t seed = first_ + 1; seed <= first_ + count; ++seed) {
      const std::string names = names_of_broken(at_seed(seed, contract, laws));
      green += std::size_t{names.empty()};
      if (!names.empty()) broken += "\n    at seed " + std::to_string(seed) + ":" + names;
    }
    return std::to_string(green) + " of " + std::to_string(count) + " other seeds" + broken;
  }

 private:
  std::vector<Evidence> at_seed(std::uint64_t seed, const Contract& contract,
                                std::span<const Law* const> laws) {
    settings_.each.seed = seed;
    return run_gate(laws, Defendant::of(subject_, contract), settings_);
  }

  SubjectPointer subject_;
  GateSettings settings_;
  std::uint64_t first_ = 1;
};

/// Takes the laws that break out of `laws`, and returns their names.
std::string take_broken(std::vector<const Law*>& laws, std::span<const Evidence> evidence) {
  for (const Evidence& each : evidence) {
    if (is_failure(each.verdict)) std::erase(laws, find_law(each.id));
  }
  return names_of_broken(evidence);
}

/// The same without facts.
Contract without_facts(const Contract& contract) {
  const auto bare = [](Promise promise) {
    promise.facts.clear();
    return promise;
  };
  Contract made(bare(contract.everywhere()));
  for (const Contract::Override& each : contract.overrides()) {
    made.set(each.selector, bare(each.promise));
  }
  made.declare(contract.conventions());
  return made;
}

/// The profiles promise facts, too: if that is what breaks, they are not promised.
void drop_broken_facts(Contract& contract, Trials& trials, std::span<const Law* const> laws) {
  const std::string broken = names_of_broken(trials.at_first(contract, laws));
  if (broken.empty()) return;
  const Contract bare = without_facts(contract);
  if (names_of_broken(trials.at_first(bare, laws)).size() < broken.size()) contract = bare;
}

void write_file(const Given& given, const Contract& contract, const std::vector<Fitted>& all,
                bool by_profiles, const std::string& green) {
  const std::string& path = given.text(write_option);
  ContractFile file;
  file.contract = contract;
  const std::string subject = given_subject_name(given);
  file.subject = subject;
  if (std::filesystem::exists(subject)) {
    const auto folder = std::filesystem::absolute(path).parent_path();
    const auto from =
        std::filesystem::absolute(subject).lexically_normal().lexically_relative(folder);
    file.subject = "./" + from.string();
  }
  std::vector<std::string> comments{
      "The smallest contract that held on what softlaw fit tried: seed " +
          given.text(seed_option()) + ", " + given.text(cases_option) +
          " cases of each law; it is not an upper bound.",
      "Green on " + green.substr(0, green.find('\n')) + "."};
  for (const Fitted& fitted : all) {
    if (std::ranges::count(file.functions, fitted.function) == 0) {
      file.functions.push_back(fitted.function);
    }
    if (by_profiles && !fitted.profile.empty()) continue;
    for (const Forced& each : fitted.forced) {
      comments.push_back(fitted.format + " " + each.constant + " forced by " +
                         shortened(each.call));
    }
  }
  std::ofstream(path) << file.text(comments);
  if (!std::ifstream(path)) throw std::runtime_error("cannot write '" + path + "'");
  std::cout << "contract in " << path << ": softlaw verify --contract " << path << '\n';
}

void print_heading(const Given& given, const Subject& subject, std::size_t laws) {
  std::cout << "softlaw fits " << subject.name() << ", seed " << given.text(seed_option()) << ", "
            << given.text(cases_option) << " cases of " << laws << " laws\n\n"
            << "  function                format    profile            smallest constants\n"
            << std::flush;
}

void print_broken(const char* what, const std::string& names, const char* advice) {
  if (!names.empty()) std::cout << what << names << "\n             " << advice << '\n';
}

int print_fit(const Given& given) {
  const SubjectPointer subject = given_subject(given);
  std::vector<const Law*> laws = laws_of(given, *subject);
  const std::size_t asked = laws.size();
  const bool by_profiles = !given.has(terms_option);
  Trials trials(given, subject);
  print_heading(given, *subject, asked);

  // under a contract that allows any number only misconduct is left
  std::vector<Evidence> misconduct = trials.at_first(Contract::read("1rel"), laws);
  std::erase_if(misconduct, [](const Evidence& each) {
    return each.verdict != Verdict::crashed && each.verdict != Verdict::hung;
  });
  const std::string ended = take_broken(laws, misconduct);
  const std::vector<Fitted> all = fit_apart(given, *subject, laws);
  for (const Fitted& fitted : all) print_fitted(fitted, by_profiles);

  Contract contract = contract_of(all, by_profiles);
  contract.declare(find_conventions(subject, contract, laws, given.whole(seed_option()),
                                    given.whole(cases_option)));
  if (by_profiles) drop_broken_facts(contract, trials, laws);
  std::cout << "\ncontract     " << contract.text() << '\n' << std::flush;
  print_broken("ended       ", ended,
               "The subject crashed or hung there: softlaw verify shows where.");
  print_broken(
      "still broken", take_broken(laws, trials.at_first(contract, laws)),
      "No contract of these terms helps: mend these, or waive them for a time (--waivers).");
  const std::string green = trials.at_others(given.whole(seeds_option), contract, laws);
  std::cout << "green        on " << green << '\n'
            << "             It is the smallest on what was tried, not an upper bound"
            << (by_profiles ? "" : ": --margin 1.5 leaves room") << ".\n";
  if (given.has(write_option)) write_file(given, contract, all, by_profiles, green);
  return laws.size() == asked ? ExitCode::holds : ExitCode::law_broken;
}

const Verb& fit_verb = verb(
    {.id = "fit",
     .summary = "Find the smallest contract that an implementation holds on what is tried",
     .options = {subject_option(), terms_option, write_option, margin_option, front_flag,
                 law_option(), function_option(), cases_option, seed_option(), seeds_option,
                 timeout_option()},
     .exit_codes = "Exit codes: 0 a contract was found, 1 some laws break whatever the contract, 2 "
                   "usage, 3 the run is unfit.",
     .run = print_fit});

}  // namespace
}  // namespace softlaw::properties
