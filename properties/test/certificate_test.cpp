// SPDX-License-Identifier: Apache-2.0
#include "judge/certificate.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "command.hpp"
#include "subjects/catalogue.hpp"
#include "subjects/fault.hpp"

namespace softlaw::properties {
namespace {

Case at(const Law& law, const std::string& input) {
  return read_input(input, law.inputs.parameters);
}

Certificate of_libm(const std::string& id, const std::string& input) {
  const Law& law = *find_law(id);
  return certificate(law, Defendant::of(find_subject("libm")), at(law, input));
}

/// The checker is a program of Python, which the gate does not need.
bool has_python() { return std::system("command -v python3 >/dev/null 2>&1") == 0; }

bool is_proved(const std::string& text) {
  const auto file = std::filesystem::path(testing::TempDir()) / "certificate.txt";
  std::ofstream(file) << text;
  return std::system(("python3 '" SOFTLAW_TREE "/docs/certificates/check.py' '" + file.string() +
                      "' >/dev/null")
                         .c_str()) == 0;
}

TEST(Certificate, StatesTheBreachAsAnInequality) {
  const Certificate made = of_libm("agreement.logsumexp", "binary64; 0,-0x1p+3");
  EXPECT_TRUE(made.text.starts_with("softlaw certificate 1\n# law        agreement.logsumexp: "))
      << made.text;
  EXPECT_NE(made.text.find("= exp(-0x8p+0)"), std::string::npos) << made.text;
  EXPECT_NE(made.text.find("\nclaim t"), std::string::npos) << made.text;
  if (!has_python()) GTEST_SKIP() << "python3 is missing: the certificate was not checked";
  EXPECT_TRUE(is_proved(made.text)) << made.text;
  const std::size_t claim = made.text.rfind("claim ");
  EXPECT_FALSE(is_proved(made.text.substr(0, claim) + "claim t2 > t4\n"));
  EXPECT_FALSE(is_proved(made.text.substr(0, claim) + "claim t4 < t2\n")) << "the other way round";
}

TEST(Certificate, IsRefusedWhereNothingIsBroken) {
  EXPECT_THROW(of_libm("agreement.logsumexp", "binary64; 0x1p+0,0x1p+1"), std::invalid_argument);
}

TEST(Certificate, IsLackingWhereTheBreachIsNotOfNumbers) {
  const Law& law = *find_law("agreement.huffman-lengths");
  Settings settings;
  settings.cases = 100;
  const Defendant fault = Defendant::of(find_fault(law.witness)->subject());
  const Evidence evidence = judge(law, fault, settings);
  ASSERT_EQ(evidence.verdict, Verdict::broken);
  const Certificate made = certificate(law, fault, evidence.counterexample->smallest);
  EXPECT_EQ(made.text, "");
  EXPECT_NE(made.lacking.find("not about real numbers"), std::string::npos) << made.lacking;
}

TEST(Certificate, OfEveryFamilyIsProved) {
  const std::string folder = std::filesystem::path(testing::TempDir()) / "certificates";
  std::filesystem::remove_all(folder);
  const Output answer = call(
      "certificate --faults --law 'agreement.*' --law 'bounds.*' --law 'softmax.*' --law "
      "'hessian.*' --law 'divergence.*' --folder '" +
      folder + "'");
  std::size_t count = 0;
  std::string files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    ++count;
    files += " '" + entry.path().string() + "'";
  }
  EXPECT_GT(count, 50u) << answer.text;
  if (!has_python()) GTEST_SKIP() << "python3 is missing: the certificates were not checked";
  EXPECT_EQ(
      std::system(("python3 '" SOFTLAW_TREE "/docs/certificates/check.py'" + files + " >/dev/null")
                      .c_str()),
      0)
      << answer.text;
}

}  // namespace
}  // namespace softlaw::properties
