// SPDX-License-Identifier: Apache-2.0
// Formulas for a terminal: page.hpp declares plain().
#include <array>
#include <cctype>
#include <map>

#include "page.hpp"

namespace softlaw::properties {
namespace {

/// What a LaTeX or Doxygen command is on a terminal.
const std::map<std::string, std::string, std::less<>> symbols{
    {"operatorname", ""}, {"mathrm", ""},      {"mathbf", ""},       {"bigl", ""},
    {"bigr", ""},         {"Bigl", ""},        {"Bigr", ""},         {"big", ""},
    {"left", ""},         {"right", ""},       {"quad", "  "},       {"qquad", "    "},
    {"lambda", "λ"},      {"sigma", "σ"},      {"theta", "θ"},       {"kappa", "κ"},
    {"alpha", "α"},       {"delta", "δ"},      {"mu", "μ"},          {"pi", "π"},
    {"phi", "φ"},         {"varphi", "φ"},     {"psi", "ψ"},         {"omega", "ω"},
    {"Delta", "Δ"},       {"ell", "ℓ"},        {"infty", "∞"},       {"langle", "⟨"},
    {"rangle", "⟩"},      {"lfloor", "⌊"},     {"rfloor", "⌋"},      {"lceil", "⌈"},
    {"rceil", "⌉"},       {"lVert", "‖"},      {"rVert", "‖"},       {"lvert", "|"},
    {"rvert", "|"},       {"nabla", "∇"},      {"partial", "∂"},     {"times", "×"},
    {"cdots", "⋯"},       {"cdot", "·"},       {"ldots", "…"},       {"dots", "…"},
    {"oplus", "⊕"},       {"odot", "⊙"},       {"otimes", "⊗"},      {"emptyset", "∅"},
    {"varnothing", "∅"},  {"le", "≤"},         {"ge", "≥"},          {"ne", "≠"},
    {"neq", "≠"},         {"in", "∈"},         {"to", "→"},          {"top", "ᵀ"},
    {"sum", "Σ"},         {"prod", "Π"},       {"int", "∫"},         {"iff", "⇔"},
    {"pm", "±"},          {"approx", "≈"},     {"propto", "∝"},      {"equiv", "≡"},
    {"bmod", " mod "},    {"log", "log"},      {"exp", "exp"},       {"max", "max"},
    {"min", "min"},       {"lim", "lim"},      {"sup", "sup"},       {"arg", "arg"},
    {"hat", "^"},         {"widehat", "^"},    {"tanh", "tanh"},     {"cosh", "cosh"},
    {"sinh", "sinh"},     {"varepsilon", "ε"}, {"epsilon", "ε"},     {"notin", "∉"},
    {"beta", "β"},        {"gamma", "γ"},      {"rho", "ρ"},         {"eta", "η"},
    {"chi", "χ"},         {"zeta", "ζ"},       {"Phi", "Φ"},         {"gg", "≫"},
    {"ll", "≪"},          {"mid", "|"},        {"sim", "~"},         {"mapsto", "↦"},
    {"circ", "∘"},        {"vdash", "⊢"},      {"succ", "≻"},        {"succeq", "⪰"},
    {"setminus", "∖"},    {"lesssim", "≲"},    {"inf", "inf"},       {"cos", "cos"},
    {"ln", "ln"},         {"text", ""},        {"mathcal", ""},      {"boldsymbol", ""},
    {"tau", "τ"},         {"nu", "ν"},         {"xi", "ξ"},          {"Gamma", "Γ"},
    {"Theta", "Θ"},       {"Lambda", "Λ"},     {"Sigma", "Σ"},       {"Omega", "Ω"},
    {"Psi", "Ψ"},         {"leq", "≤"},        {"geq", "≥"},         {"lt", "<"},
    {"gt", ">"},          {"subset", "⊂"},     {"subseteq", "⊆"},    {"cup", "∪"},
    {"cap", "∩"},         {"forall", "∀"},     {"exists", "∃"},      {"implies", "⇒"},
    {"Rightarrow", "⇒"},  {"rightarrow", "→"}, {"downarrow", "↓"},   {"uparrow", "↑"},
    {"ast", "*"},         {"star", "*"},       {"perp", "⊥"},        {"parallel", "∥"},
    {"square", "□"},      {"Vert", "‖"},       {"vert", "|"},        {"erf", "erf"},
    {"sin", "sin"},       {"det", "det"},      {"Pr", "P"},          {"textrm", ""},
    {"mathsf", ""},       {"mathtt", ""},      {"displaystyle", ""}, {"textstyle", ""},
    {"scriptstyle", ""},  {"nolimits", ""},    {"ni", "∋"},          {"limits", ""},
    {"bigg", ""},         {"biggl", ""},       {"biggr", ""},        {"Biggl", ""},
    {"Biggr", ""},        {"Big", ""},         {"cdotp", "·"},       {"colon", ":"},
    {"prec", "≺"},        {"preceq", "⪯"},     {"sqcup", "⊔"},       {"smallsetminus", "∖"},
    {"approxeq", "≈"},    {"simeq", "≃"},      {"cong", "≅"},        {"ldotp", "."},
    {"mp", "∓"},          {"div", "÷"},        {"wedge", "∧"},       {"vee", "∨"},
    {"lnot", "¬"},        {"Re", "Re"},        {"Im", "Im"},         {"coth", "coth"},
    {"arctan", "arctan"},
};

/// Reads a text from left to right and writes what a terminal can show of it.
class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text) {}

  std::string all() {
    std::string shown;
    while (at_ < text_.size()) shown += next();
    return shown;
  }

 private:
  std::string next() {
    const char c = text_[at_];
    if (c == '\\') return command();
    if (c == '{') return group();
    if (c == '^' || c == '_') return script();
    ++at_;
    return c == '`' || c == '}' || c == '&' ? "" : std::string(1, c);
  }

  std::string group() {
    std::string inside;
    for (++at_; at_ < text_.size() && text_[at_] != '}';) inside += next();
    if (at_ < text_.size()) ++at_;
    return inside;
  }

  /// An argument: a group, a command, or one character.
  std::string argument() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
    return at_ < text_.size() ? next() : "";
  }

  static bool simple(const std::string& part) {
    for (const char c : part) {
      const auto byte = static_cast<unsigned char>(c);  // above 0x7f: part of a Greek letter, say
      if (std::isalnum(byte) == 0 && byte < 0x80) return false;
    }
    return true;
  }
  static std::string wrapped(const std::string& part) {
    return simple(part) ? part : "(" + part + ")";
  }

  std::string script() {
    const std::string mark(1, text_[at_++]);
    return mark + wrapped(argument());
  }

  /// A combining character, or null.
  static const char* accent_of(const std::string& name) {
    static const std::map<std::string, const char*, std::less<>> accents{
        {"tilde", "\u0303"}, {"dot", "\u0307"},       {"ddot", "\u0308"},    {"check", "\u030c"},
        {"vec", "\u20d7"},   {"underline", "\u0332"}, {"overline", "\u0305"}};
    const auto found = accents.find(name);
    return found == accents.end() ? nullptr : found->second;
  }

  static bool opens(const std::string& name) {
    return name == "langle" || name == "lfloor" || name == "lceil" || name == "lvert" ||
           name == "lVert";
  }

  std::string command() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && std::isalpha(static_cast<unsigned char>(text_[end])) != 0) ++end;
    const std::string name = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end;
    if (name.empty()) return punctuation();
    if (name == "f") {  // of Doxygen, which opens and closes formulas by \f$, \f[ and \f]
      ++at_;
      return "";
    }
    if (name == "frac" || name == "tfrac" || name == "dfrac") {
      const std::string over = wrapped(argument()), under = wrapped(argument());
      return "(" + over + "/" + under + ")";
    }
    if (name == "binom") {
      const std::string over = argument(), under = argument();
      return "(" + over + " over " + under + ")";
    }
    if (name == "begin" || name == "end") {  // of an environment, whose rows and columns stay
      argument();
      return "";
    }
    if (name == "mathbb") {
      const std::string set = argument();
      return set == "R" ? "ℝ" : set == "Z" ? "ℤ" : set == "N" ? "ℕ" : set;
    }
    if (name == "sqrt") {
      const std::string under = argument();
      return "√" + (under.size() > 2 ? "(" + under + ")" : under);  // a Greek letter has 2 bytes
    }
    if (name == "bar") return "mean " + argument();
    if (const auto* accent = accent_of(name)) return argument() + accent;
    if (name == "ref") return link();
    if (opens(name) && at_ < text_.size() && text_[at_] == ' ') ++at_;
    const auto found = symbols.find(name);
    return found == symbols.end() ? "\\" + name : found->second;
  }

  /// A thin space, a negative one, an escaped sign.
  std::string punctuation() {
    if (at_ >= text_.size()) return "";
    const char c = text_[at_++];
    if (c == '\\') return ";";  // the end of a row
    return c == ',' || c == ';' || c == ':' || c == '!' ? "" : std::string(1, c);
  }

  /// `\ref name` or `\ref name "words"`.
  std::string link() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    const std::size_t end = text_.find_first_of(" \n\t,;:()", at_);
    std::string name = text_.substr(at_, end - at_);
    at_ = end == std::string::npos ? text_.size() : end;
    std::string stop;
    while (!name.empty() && name.back() == '.') {
      name.pop_back();
      stop = ".";
    }
    if (stop.empty() && text_.compare(at_, 2, " \"") == 0) {
      const std::size_t close = text_.find('"', at_ + 2);
      const std::string words = text_.substr(at_ + 2, close - at_ - 2);
      at_ = close == std::string::npos ? text_.size() : close + 1;
      return words;
    }
    for (const char* prefix : {"law_", "fault."}) {
      if (name.starts_with(prefix)) name.erase(0, std::string(prefix).size());
    }
    return name + stop;
  }

  const std::string& text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string plain(const std::string& text) { return Reader(text).all(); }

}  // namespace softlaw::properties
