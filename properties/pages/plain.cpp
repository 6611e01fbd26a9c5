// SPDX-License-Identifier: Apache-2.0
// Formulas for a terminal: page.hpp declares plain().
#include <cctype>
#include <map>
#include <set>

#include "pages/page.hpp"
#include "pages/spacing.hpp"

namespace softlaw::properties {
namespace {

/// The form of a LaTeX or Doxygen command on a terminal.
const std::map<std::string, std::string, std::less<>> symbols{
    {"operatorname", ""}, {"mathrm", ""},
    {"mathbf", ""},       {"bigl", ""},
    {"bigr", ""},         {"Bigl", ""},
    {"Bigr", ""},         {"big", ""},
    {"left", ""},         {"right", ""},
    {"quad", "  "},       {"qquad", "    "},
    {"lambda", "λ"},      {"sigma", "σ"},
    {"theta", "θ"},       {"kappa", "κ"},
    {"alpha", "α"},       {"delta", "δ"},
    {"mu", "μ"},          {"pi", "π"},
    {"phi", "φ"},         {"varphi", "φ"},
    {"psi", "ψ"},         {"omega", "ω"},
    {"Delta", "Δ"},       {"ell", "ℓ"},
    {"infty", "∞"},       {"langle", "⟨"},
    {"rangle", "⟩"},      {"lfloor", "⌊"},
    {"rfloor", "⌋"},      {"lceil", "⌈"},
    {"rceil", "⌉"},       {"lVert", "‖"},
    {"rVert", "‖"},       {"lvert", "|"},
    {"rvert", "|"},       {"nabla", "∇"},
    {"partial", "∂"},     {"times", "×"},
    {"cdots", "⋯"},       {"cdot", "·"},
    {"ldots", "…"},       {"dots", "…"},
    {"oplus", "⊕"},       {"odot", "⊙"},
    {"otimes", "⊗"},      {"emptyset", "∅"},
    {"varnothing", "∅"},  {"le", "≤"},
    {"ge", "≥"},          {"ne", "≠"},
    {"neq", "≠"},         {"in", "∈"},
    {"to", "→"},          {"top", "ᵀ"},
    {"sum", "Σ"},         {"prod", "Π"},
    {"int", "∫"},         {"iff", "⇔"},
    {"pm", "±"},          {"approx", "≈"},
    {"propto", "∝"},      {"equiv", "≡"},
    {"bmod", " mod "},    {"log", "log"},
    {"exp", "exp"},       {"max", "max"},
    {"min", "min"},       {"lim", "lim"},
    {"sup", "sup"},       {"arg", "arg"},
    {"tanh", "tanh"},     {"cosh", "cosh"},
    {"sinh", "sinh"},     {"varepsilon", "ε"},
    {"epsilon", "ε"},     {"notin", "∉"},
    {"beta", "β"},        {"gamma", "γ"},
    {"rho", "ρ"},         {"eta", "η"},
    {"chi", "χ"},         {"zeta", "ζ"},
    {"Phi", "Φ"},         {"gg", "≫"},
    {"ll", "≪"},          {"mid", "|"},
    {"sim", "~"},         {"mapsto", "↦"},
    {"circ", "∘"},        {"vdash", "⊢"},
    {"succ", "≻"},        {"succeq", "⪰"},
    {"setminus", "∖"},    {"lesssim", "≲"},
    {"inf", "inf"},       {"cos", "cos"},
    {"ln", "ln"},         {"text", ""},
    {"mathcal", ""},      {"boldsymbol", ""},
    {"tau", "τ"},         {"nu", "ν"},
    {"xi", "ξ"},          {"Gamma", "Γ"},
    {"Theta", "Θ"},       {"Lambda", "Λ"},
    {"Sigma", "Σ"},       {"Omega", "Ω"},
    {"Psi", "Ψ"},         {"leq", "≤"},
    {"geq", "≥"},         {"lt", "<"},
    {"gt", ">"},          {"subset", "⊂"},
    {"subseteq", "⊆"},    {"cup", "∪"},
    {"cap", "∩"},         {"forall", "∀"},
    {"exists", "∃"},      {"implies", "⇒"},
    {"Rightarrow", "⇒"},  {"rightarrow", "→"},
    {"downarrow", "↓"},   {"uparrow", "↑"},
    {"ast", "*"},         {"star", "*"},
    {"perp", "⊥"},        {"parallel", "∥"},
    {"square", "□"},      {"Vert", "‖"},
    {"vert", "|"},        {"erf", "erf"},
    {"sin", "sin"},       {"det", "det"},
    {"Pr", "P"},          {"textrm", ""},
    {"mathsf", ""},       {"mathtt", ""},
    {"displaystyle", ""}, {"textstyle", ""},
    {"scriptstyle", ""},  {"nolimits", ""},
    {"ni", "∋"},          {"limits", ""},
    {"bigg", ""},         {"biggl", ""},
    {"biggr", ""},        {"Biggl", ""},
    {"Biggr", ""},        {"Big", ""},
    {"cdotp", "·"},       {"colon", ":"},
    {"prec", "≺"},        {"preceq", "⪯"},
    {"sqcup", "⊔"},       {"smallsetminus", "∖"},
    {"approxeq", "≈"},    {"simeq", "≃"},
    {"cong", "≅"},        {"ldotp", "."},
    {"mp", "∓"},          {"div", "÷"},
    {"wedge", "∧"},       {"vee", "∨"},
    {"lnot", "¬"},        {"Re", "Re"},
    {"Im", "Im"},         {"coth", "coth"},
    {"arctan", "arctan"},
};

/// Those that stand apart from letters before and after them, as in log x.
const std::set<std::string, std::less<>> operators{
    "operatorname", "log", "ln",   "exp", "max",  "min",  "lim",  "sup",   "inf",
    "arg",          "det", "cos",  "sin", "tanh", "cosh", "sinh", "coth",  "erf",
    "arctan",       "sum", "prod", "int", "Pr",   "Re",   "Im",   "mathbb"};
/// Fonts: they begin a new sign, as in c 1.
const std::set<std::string, std::less<>> fonts{"mathrm", "mathbf", "mathcal", "boldsymbol"};

/// Combining characters.
const std::map<std::string, const char*, std::less<>> accents{
    {"hat", "\u0302"},       {"widehat", "\u0302"}, {"tilde", "\u0303"}, {"bar", "\u0304"},
    {"dot", "\u0307"},       {"ddot", "\u0308"},    {"check", "\u030c"}, {"vec", "\u20d7"},
    {"underline", "\u0332"}, {"overline", "\u0305"}};

/// Reads a text from left to right and writes it as a terminal can show it, with the marks of
/// spacing.hpp.
class Reader {
 public:
  explicit Reader(const std::string& text) : text_(text) {}

  std::string all() {
    std::string shown;
    while (at_ < text_.size()) shown += next();
    return spacing::settle(shown);
  }

 private:
  std::string next() {
    const char c = text_[at_];
    if (c == '\\') return command();
    if (in_formula_ && c == '{') return group();
    if (in_formula_ && (c == '^' || c == '_')) return script();
    ++at_;
    if (c == '`') return "";
    return in_formula_ && (c == '}' || c == '&') ? "" : std::string(1, c);
  }

  std::string group() {
    std::string inside;
    for (++at_; at_ < text_.size() && text_[at_] != '}';) inside += next();
    if (at_ < text_.size()) ++at_;
    return inside;
  }

  /// An argument: a group, a command, or one character.
  std::string argument() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
    return at_ < text_.size() ? spacing::settle(next()) : "";
  }

  std::string script() {
    const char mark = text_[at_++];
    return spacing::script(mark, argument()) + spacing::gap;
  }

  /// The space that only ends a command's name: after a font, an opening bracket or ∂, and after a
  /// sign that has none before it.
  void skip_space(const std::string& name, const std::string& sign, bool tight) {
    static const std::set<std::string, std::less<>> openers{"langle", "lfloor",  "lceil", "lvert",
                                                            "lVert",  "partial", "nabla"};
    const bool letter = spacing::is_atom(sign) || name.starts_with('r');  // rVert and the like
    if (!fonts.contains(name) && !openers.contains(name) && (letter || !tight)) return;
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  std::string command() {
    std::size_t end = at_ + 1;
    while (end < text_.size() && std::isalpha(static_cast<unsigned char>(text_[end])) != 0) ++end;
    const std::string name = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end;
    if (name.empty()) return punctuation();
    if (name == "f") return boundary();
    if (name == "ref") return link();
    if (operators.contains(name)) return spacing::gap + shown(name) + spacing::gap;
    return (fonts.contains(name) ? spacing::gap : "") + shown(name);
  }

  /// A line is over all letters; another accent of a word is on its first.
  static std::string accented(const std::string& word, const char* accent, bool on_all) {
    std::string marked;
    for (const auto& letter : spacing::characters(word)) {
      marked += letter + (on_all || marked.empty() ? accent : "");
    }
    return marked;
  }

  std::string shown(const std::string& name) {
    if (name == "frac" || name == "tfrac" || name == "dfrac") {
      const std::string over = argument(), under = argument();
      return spacing::fraction(over, under);
    }
    if (name == "binom") {
      const std::string over = argument(), under = argument();
      return "(" + over + " over " + under + ")";
    }
    if (name == "begin" || name == "end") {  // of an environment, whose rows and columns stay
      argument();
      return "";
    }
    if (name == "operatorname") return argument();
    if (name == "mathbb") {
      const std::string set = argument();
      return set == "R" ? "ℝ" : set == "Z" ? "ℤ" : set == "N" ? "ℕ" : set;
    }
    if (name == "sqrt") {
      const std::string under = argument();
      return "√" + (spacing::characters(under).size() == 1 ? under : "(" + under + ")");
    }
    const auto accent = accents.find(name);
    if (accent != accents.end())
      return accented(argument(), accent->second, name.ends_with("line"));
    if (name == "quad") return spacing::edge + std::string("  ") + spacing::edge;
    if (name == "qquad") return spacing::edge + std::string("    ") + spacing::edge;
    const auto found = symbols.find(name);
    if (found == symbols.end()) return "\\" + name;
    const std::size_t start = at_ - name.size() - 1;
    const bool tight = start > 0 && std::isspace(static_cast<unsigned char>(text_[start - 1])) == 0;
    if (!operators.contains(name)) skip_space(name, found->second, tight);
    return found->second;
  }

  /// `\f$`, `\f[` or `\f]` of Doxygen: a formula begins or ends.
  std::string boundary() {
    in_formula_ = at_ < text_.size() && (text_[at_] == '[' || (text_[at_] == '$' && !in_formula_));
    ++at_;
    return spacing::edge;
  }

  /// A thin space, a negative one, an escaped sign.
  std::string punctuation() {
    if (at_ >= text_.size()) return "";
    const char c = text_[at_++];
    if (c == '\\') return ";";  // the end of a row
    if (c == '|') return "‖";
    if (c == ',' || c == ';' || c == ':') return spacing::gap;
    return c == '!' ? "" : std::string(1, c);
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
  bool in_formula_ = false;
};

}  // namespace

std::string plain(const std::string& text) { return Reader(text).all(); }

}  // namespace softlaw::properties
