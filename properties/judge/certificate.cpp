// SPDX-License-Identifier: Apache-2.0
#include "judge/certificate.hpp"

#include <map>
#include <set>
#include <sstream>

#include "function/exact_values.hpp"
#include "pages/document.hpp"
#include "pages/page.hpp"

namespace softlaw::properties {
namespace {

using reference::Expression;
using reference::ExpressionPointer;
using Operation = Expression::Operation;

constexpr auto zero = "0x0p+0", one = "0x1p+0";

/// The operand that the operation returns as it is, or a constant that needs no line; else empty.
std::string trivial(Operation operation, const std::vector<std::string>& operands) {
  const std::string &a = operands.front(), &b = operands.back();
  const bool is_number = a.front() != 't';
  switch (operation) {
    case Operation::sum:
      return a == zero ? b : b == zero ? a : "";
    case Operation::product:
      return a == one ? b : b == one ? a : "";
    case Operation::quotient:
      return b == one ? a : "";
    case Operation::negative:
      return !is_number ? "" : a == zero ? a : a.front() == '-' ? a.substr(1) : "-" + a;
    case Operation::exp:
      return a == zero ? one : "";
    case Operation::expm1:
    case Operation::log1p:
      return a == zero ? zero : "";
    default:
      return "";
  }
}

/// Writes expressions line by line, each with a name; equal ones once.
class Lines {
 public:
  explicit Lines(std::ostream& out) : out_(out) {}

  /// The name of the number, or the number.
  std::string operand(const ExpressionPointer& expression) {
    if (expression->operation == Operation::constant) return expression->constant;
    std::string& name = names_[expression.get()];
    if (!name.empty()) return name;
    std::vector<std::string> operands;
    for (const ExpressionPointer& each : expression->operands) operands.push_back(operand(each));
    std::string known = trivial(expression->operation, operands);
    return name = known.empty() ? defined(text(*expression, operands)) : known;
  }

 private:
  /// The name of the number that this line defines.
  std::string defined(const std::string& line) {
    const auto [place, is_new] = lines_.try_emplace(line, "t" + std::to_string(lines_.size() + 1));
    if (is_new) out_ << place->second << " = " << line << '\n';
    return place->second;
  }

  static std::string text(const Expression& expression, const std::vector<std::string>& operands) {
    switch (expression.operation) {
      case Operation::sum:
        return operands[0] + " + " + operands[1];
      case Operation::product:
        return operands[0] + " * " + operands[1];
      case Operation::quotient:
        return operands[0] + " / " + operands[1];
      case Operation::power:
        return operands[0] + " ^ " + std::to_string(expression.exponent);
      default:
        return call(expression.operation, operands);
    }
  }

  static std::string call(Operation operation, const std::vector<std::string>& operands) {
    static const std::map<Operation, std::string> names{
        {Operation::negative, "neg"}, {Operation::exp, "exp"},     {Operation::expm1, "expm1"},
        {Operation::log, "log"},      {Operation::log1p, "log1p"}, {Operation::sqrt, "sqrt"},
        {Operation::least, "min"},    {Operation::greatest, "max"}};
    std::string list;
    for (const std::string& each : operands) list += (list.empty() ? "" : ", ") + each;
    return names.at(operation) + "(" + list + ")";
  }

  std::ostream& out_;
  std::map<const Expression*, std::string> names_;
  std::map<std::string, std::string> lines_;
};

std::string one_line(const std::string& text) {
  std::istringstream words(text);
  std::string line;
  for (std::string word; words >> word;) line += (line.empty() ? "" : " ") + word;
  return line;
}

/// What the inequality is about, for people: the checker skips it.
void describe(std::ostream& out, const Law& law, const Defendant& defendant, const Case& input,
              const std::vector<Call>& calls, const std::string& relation) {
  const Page* page = find_page(law.id);
  out << "# law        " << law.id << ": " << (page ? page->title : "") << '\n';
  if (page) out << "# statement  " << one_line(plain(page->part("statement"))) << '\n';
  out << "# subject    " << defendant.name << '\n'
      << "# contract   " << defendant.contract.text() << '\n'
      << "# input      " << to_input(input) << '\n';
  std::set<std::string> shown;
  for (const Call& call : calls) {
    const std::string line = call.function + "(" + call.arguments + ") = " + call.results;
    if (shown.insert(line).second) out << "# returned   " << line << '\n';
  }
  out << "# needed     " << relation << ", but this is so:\n";
}

}  // namespace

Certificate certificate(const Law& law, const Defendant& defendant, const Case& input) {
  ExactValues exact;
  const auto evaluator = defendant.evaluator(input.format, exact);
  std::vector<Call> calls;
  evaluator->record(&calls);
  const reference::Trace trace;
  const auto truth = try_case(law, *evaluator, input);
  if (!truth || !truth->broken()) {
    throw std::invalid_argument(law.id + " is not broken at " + to_input(input));
  }
  const Breach breach = truth->breach() ? *truth->breach() : Breach{};
  if (!breach.lesser || !breach.greater) {
    const bool of_numbers = !breach.left.empty();
    return {"", of_numbers ? "a side of it is not a finite expression: " + breach.relation
                           : "it is not about real numbers: " + breach.relation};
  }
  std::ostringstream out;
  out << "softlaw certificate 1\n";
  describe(out, law, defendant, input, calls, breach.relation);
  Lines lines(out);
  const std::string lesser = lines.operand(breach.lesser), greater = lines.operand(breach.greater);
  out << "claim " << lesser << (breach.or_equal ? " <= " : " < ") << greater << '\n';
  return {out.str(), ""};
}

}  // namespace softlaw::properties
