// SPDX-License-Identifier: Apache-2.0
// The command as a CI calls it: reports, levels, shards, known failures, progress.
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>

#include "command/progress_line.hpp"
#include "test/command.hpp"

namespace softlaw::properties {
namespace {

using Json = nlohmann::ordered_json;
const std::filesystem::path folder = testing::TempDir();

std::string read(const std::string& name) {
  std::ifstream in(folder / name);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string& name, const std::string& text) {
  std::ofstream(folder / name) << text;
}

/// The evidence in a file, without times.
Json told(const std::string& name) {
  Json json = Json::parse(read(name));
  json.erase("seconds");
  json["environment"].erase("date");
  for (auto& law : json["laws"]) law.erase("seconds");
  return json;
}

/// A run that is the same whatever other tests have found.
Output verify(const std::string& arguments) { return call("verify --database '' " + arguments); }

TEST(Ci, ReportsAreWrittenBesideEachOther) {
  const Output answer = verify(
      "--subject libm --law agreement.logsumexp --json r.json --report "
      "junit=r.xml,sarif=r.sarif,github --report html=r.html --report markdown=r.md,json=r2.json");
  EXPECT_EQ(answer.code, 1);
  EXPECT_NE(answer.text.find("\n::error file=properties/families/"), std::string::npos);
  EXPECT_NE(answer.text.find("\njunit in r.xml\n"), std::string::npos) << answer.text;
  EXPECT_TRUE(read("r.xml").starts_with("<?xml"));
  EXPECT_EQ(Json::parse(read("r.sarif"))["version"], "2.1.0");
  EXPECT_TRUE(read("r.html").starts_with("<!DOCTYPE html>"));
  EXPECT_TRUE(read("r.md").starts_with("## softlaw judges libm"));
  EXPECT_EQ(read("r2.json"), read("r.json"));
}

TEST(Ci, AReportGoesToStandardOutputAlone) {
  const Output answer = call(
      "verify --law translation.softmax --cases 20 --database '' --report markdown=- --json x.json",
      "/dev/null");
  EXPECT_TRUE(answer.text.starts_with("## softlaw judges softlaw")) << answer.text;
  EXPECT_EQ(answer.text.find("evidence in"), std::string::npos) << answer.text;
}

TEST(Ci, BadReportsAreRefused) {
  expect_refusal("verify --report junit", 2, "--report junit=FILE");
  expect_refusal("verify --report junit=", 2, "--report needs the name of a file");
  expect_refusal("verify --report sarf=x", 2, "did you mean sarif?");
  expect_refusal("verify --report html=a,markdown=./a", 2, "two reports would go to './a'");
  expect_refusal("verify --report html=- --json -", 2, "two reports would go to '-'");
  expect_refusal("verify --law translation.softmax --report html=/nonexistent/a", 3,
                 "with --report");
  write("in.corpus", "");
  expect_refusal("verify --corpus in.corpus --report html=in.corpus", 2, "it is read, too");
  expect_refusal("verify --level high", 2, "expected smoke, ci or nightly, got 'high'");
  expect_refusal("verify --level ci --cases 5", 2, "--level");
  expect_refusal("verify --level ci --budget 5s", 2, "--budget excludes --level");
  for (const char* shard : {"3/2", "0/2", "2", "1/0", "a/b", "1/2/3", "/"}) {
    expect_refusal(std::string("verify --shard ") + shard, 2, "I/N such as 2/8");
  }
  expect_refusal("verify --resume --json -", 2, "--resume needs a file");
  expect_refusal("verify --record", 2, "--record needs a --corpus");
}

TEST(Ci, ASymbolicLinkStaysOne) {
  std::filesystem::remove(folder / "link.json");
  std::filesystem::create_symlink("target.json", folder / "link.json");
  EXPECT_EQ(verify("--law translation.softmax --cases 40 --json link.json").code, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.json"));
  EXPECT_EQ(Json::parse(read("target.json"))["subject"], "softlaw");
}

TEST(Ci, EvidenceTellsItsEnvironment) {
  verify("--law translation.softmax --cases 4 --json e.json");
  const Json environment = Json::parse(read("e.json"))["environment"];
  for (const char* name : {"commit", "date", "compiler", "flags", "libm", "mpfr", "processor",
                           "vector targets", "rounding", "subnormals"}) {
    EXPECT_FALSE(environment.value(name, "").empty()) << name;
  }
  EXPECT_EQ(environment["rounding"], "to nearest");
}

const std::string some_laws = "--subject libm --law 'agreement*,translation' --cases 300 ";

/// A run of that shard, killed at random some times, and resumed.
void run_killed(const std::string& shard, std::minstd_rand& random) {
  const std::string file = "shard" + shard.substr(0, 1) + ".json";
  const std::string line = "cd '" + folder.string() + "' && CI=1 ";
  const std::string run = "'" SOFTLAW_COMMAND "' verify " + some_laws + "--resume --shard " +
                          shard + " --json " + file + " >/dev/null 2>&1";
  for (int i = 0; i < 3; ++i) {
    const std::string time = std::to_string(0.1 + 0.001 * static_cast<double>(random() % 900));
    (void)std::system((line + "timeout -s KILL " + time + " " + run).c_str());
  }
  const int code = WEXITSTATUS(std::system((line + run).c_str()));
  EXPECT_TRUE(code == 0 || code == 1) << code;
  EXPECT_FALSE(std::filesystem::exists(folder / (file + ".journal")));
}

TEST(Ci, ShardsKilledAtRandomMergeIntoTheEvidenceOfOneRun) {
  std::minstd_rand random(std::random_device{}());
  for (const char* shard : {"1/3", "2/3", "3/3"}) run_killed(shard, random);
  const Output whole = verify(some_laws + "--json whole.json");
  const Output merged =
      call("merge shard3.json shard1.json shard2.json --json merged.json --report junit=m.xml");
  EXPECT_EQ(merged.code, whole.code) << merged.text;
  EXPECT_EQ(told("merged.json"), told("whole.json"));
  EXPECT_TRUE(read("m.xml").starts_with("<?xml"));
  expect_refusal("merge shard1.json shard2.json", 2, "shard 3/3 is missing");
  expect_refusal("merge nowhere.json", 2, "cannot read 'nowhere.json'");
  write("text.json", "text");
  expect_refusal("merge text.json", 2, "'text.json' is not evidence");
  expect_refusal("merge shard1.json --json shard1.json", 2, "it is read, too");
}

TEST(Ci, AJournalTakesUpWhereItStopped) {
  const std::string run = "--law translation,bounds --cases 1500 --json j.json --resume ";
  std::filesystem::remove(folder / "j.json.journal");
  ASSERT_EQ(verify(run).code, 0);
  const Json whole = told("j.json");
  // a killed run leaves the first laws, and a line without its end: as many tries as one needs
  const std::string journal = (folder / "j.json.journal").string();
  for (int tries = 0; tries < 50 && !std::filesystem::exists(journal); ++tries) {
    const std::string time = std::to_string(0.05 * (1 + tries % 20));
    (void)std::system(("cd '" + folder.string() + "' && timeout -s KILL " + time +
                       " '" SOFTLAW_COMMAND "' verify --database '' " + run +
                       "--jobs 1 >/dev/null 2>&1")
                          .c_str());
  }
  ASSERT_TRUE(std::filesystem::exists(journal));
  std::ofstream(journal, std::ios::app) << "{\"id\":";
  const Output resumed = verify(run);
  EXPECT_EQ(resumed.code, 0) << resumed.text;
  EXPECT_EQ(told("j.json"), whole);
}

const std::string broken_law = "--subject libm --law agreement.logsumexp --json c.json ";

TEST(Ci, FindingsAreRecordedAndJudgedFirst) {
  std::filesystem::remove(folder / "c.corpus");
  Output answer = verify(broken_law + "--corpus c.corpus --record");
  EXPECT_EQ(answer.code, 1);
  EXPECT_NE(answer.text.find("1 input recorded in c.corpus"), std::string::npos) << answer.text;
  const std::string corpus = read("c.corpus");
  for (const char* part : {"\nlaw     agreement.logsumexp\n", "\ninput   binary", "\ndate    20",
                           "\nreason  libm: broken"}) {
    EXPECT_NE(corpus.find(part), std::string::npos) << corpus;
  }
  answer = verify(broken_law + "--corpus c.corpus --record --seed 77");
  EXPECT_EQ(told("c.json")["laws"][0]["cases"], 1) << "the known input is judged first";
  EXPECT_EQ(told("c.json")["laws"][0]["counterexample"]["first"]["class"], "known");
  EXPECT_EQ(read("c.corpus"), corpus) << "it is there already";
  EXPECT_EQ(verify("--law agreement.logsumexp --cases 40 --corpus c.corpus --json c.json").code, 0);
  EXPECT_EQ(told("c.json")["laws"][0]["cases"], 41);
}

TEST(Ci, ABadCorpusIsRefusedWithItsLine) {
  const auto refused = [](const std::string& text, const std::string& words) {
    write("bad.corpus", text);
    expect_refusal("verify --corpus bad.corpus", 2, "bad.corpus:" + words);
  };
  refused("law nope\ninput 1\n", "2: no law 'nope'");
  refused("# c\nlaw agreement.softplus\n", "2: the input is missing");
  refused("law agreement.softplus\ninput x\n", "2: ");
  refused("laws agreement.softplus\n", "1: expected law, input, date or reason, got 'laws'");
  refused("law agreement.softplus\nlaw agreement.softmax\n", "2: a second law");
  expect_refusal("verify --corpus nowhere.corpus", 2, "cannot read the corpus 'nowhere.corpus'");
}

TEST(Ci, TheNextRunBeginsWithRecentFailures) {
  std::filesystem::remove(folder / "recent");
  const auto cases = [](const std::string& more) {
    call("verify " + broken_law + more);
    return told("c.json")["laws"][0]["cases"].get<int>();
  };
  EXPECT_GT(cases("--database recent"), 1);
  EXPECT_EQ(cases("--database recent"), 1);
  EXPECT_GT(cases("--database ''"), 1);
  EXPECT_EQ(verify("--law agreement.logsumexp --cases 40 --database recent --json c.json").code, 0)
      << "another subject";
  EXPECT_EQ(cases("--database recent"), 1) << "which forgets nothing of this one";
  write("recent", "law was\ninput removed\nsubject libm\n\n" + read("recent"));
  EXPECT_EQ(cases("--database recent"), 1) << "an entry that is out of date is left out";
}

TEST(Ci, ProgressKnowsTerminalsLogsAndFiles) {
  const int file = open((folder / "progress.txt").c_str(), O_RDWR | O_CREAT | O_TRUNC, 0600);
  EXPECT_EQ(ProgressLine::place_of(file), ProgressLine::Place::file);
  close(file);
  std::array<int, 2> ends{};
  ASSERT_EQ(pipe(ends.data()), 0);
  EXPECT_EQ(ProgressLine::place_of(ends[1]), ProgressLine::Place::log);
  close(ends[0]);
  close(ends[1]);
  const int host = posix_openpt(O_RDWR | O_NOCTTY);
  ASSERT_TRUE(host >= 0 && grantpt(host) == 0 && unlockpt(host) == 0);
  const int terminal = open(ptsname(host), O_RDWR | O_NOCTTY);
  setenv("TERM", "xterm", 1);
  EXPECT_EQ(ProgressLine::place_of(terminal), ProgressLine::Place::terminal);
  setenv("TERM", "dumb", 1);
  EXPECT_EQ(ProgressLine::place_of(terminal), ProgressLine::Place::log);
  close(terminal);
  close(host);
}

TEST(Ci, EvalReadsItsArgumentsFromLines) {
  write("lines.txt", "# comment\n1 2\n\n1 z\n0 0 # two\n");
  const Output answer = call("eval logsumexp @lines.txt --json");
  EXPECT_EQ(answer.code, 2);
  EXPECT_NE(answer.text.find("lines.txt:4: "), std::string::npos) << answer.text;
  EXPECT_NE(answer.text.find("\"result\":[\"0x1.62e42fefa39efp-1\"]"), std::string::npos)
      << answer.text;
  const Output piped = call("eval softmax @- <<'.'\n0 0\n.\n true");
  EXPECT_NE(piped.text.find("[1] exact    0.5"), std::string::npos) << piped.text;
  expect_refusal("eval logsumexp @nowhere", 2, "cannot read 'nowhere'");
  EXPECT_NE(call("eval logsumexp @lines.txt --lambda 2").text.find("logsumexp_scaled("),
            std::string::npos);
}

TEST(Ci, FunctionsAreExplained) {
  const Output answer = call("explain softmax_temperature");
  EXPECT_EQ(answer.code, 0);
  for (const char* part :
       {"softmax_temperature(x", "a number, positive", "agreement.softmax-temperature"}) {
    EXPECT_NE(answer.text.find(part), std::string::npos) << answer.text;
  }
}

TEST(Ci, TheExactSubjectAndTheExactValueHaveTheirOwnLabels) {
  const Output answer = call("eval --subject exact softplus 0");
  EXPECT_NE(answer.text.find("  subject  0.69"), std::string::npos) << answer.text;
  EXPECT_NE(answer.text.find("  exact    0.69"), std::string::npos) << answer.text;
}

TEST(Ci, HistoryIsKeptShownAndChecked) {
  std::filesystem::remove(folder / "h.sqlite");
  const std::string h = " --file h.sqlite";
  expect_refusal("history show" + h, 2, "there is no history 'h.sqlite'");
  expect_refusal("history sow" + h, 2, "did you mean show?");
  verify("--law agreement.softmax --cases 40 --json h1.json");
  verify("--subject libm --law agreement.logsumexp --json h2.json");
  EXPECT_EQ(call("history add h1.json" + h).code, 0);
  EXPECT_EQ(call("history check" + h).code, 0);
  EXPECT_NE(call("history add h1.json" + h).text.find("it is there already"), std::string::npos);
  EXPECT_EQ(call("history add h2.json" + h).code, 0);
  EXPECT_EQ(call("history check --subject libm" + h).code, 1);
  EXPECT_EQ(call("history check --subject softlaw" + h).code, 0);
  const Json runs = Json::parse(call("history show --json" + h).text);
  ASSERT_EQ(runs.size(), 2u);
  EXPECT_EQ(call("history show --svg h.svg" + h).code, 0);
  EXPECT_TRUE(read("h.svg").starts_with("<svg"));
  Json better = Json::parse(read("h1.json"));
  better["laws"][0]["worst_ulp"] = 0.125;
  better["environment"]["date"] = "2001-01-01T00:00:00Z";
  write("h0.json", better.dump());
  EXPECT_EQ(call("history add h0.json" + h).code, 0);
  const Output worse = call("history check --subject softlaw" + h);
  EXPECT_EQ(worse.code, 5) << worse.text;
  EXPECT_NE(worse.text.find("agreement.softmax: worst error 0.125 ulp, then 0.5 ulp"),
            std::string::npos)
      << worse.text;
}

/// What bash offers for a line that is being typed.
std::string offered(const std::string& words) {
  write("complete.sh",
        "PATH=$(dirname '" SOFTLAW_COMMAND
        "'):$PATH\neval \"$(softlaw completion bash)\"\nCOMP_WORDS=(" +
            words +
            ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n_softlaw\necho \"${COMPREPLY[@]}\"\n");
  FILE* pipe = popen(("bash '" + (folder / "complete.sh").string() + "' 2>&1").c_str(), "r");
  std::string text(4096, '\0');
  text.resize(fread(text.data(), 1, text.size(), pipe));
  pclose(pipe);
  return text;
}

TEST(Ci, BashCompletesVerbsOptionsAndNames) {
  EXPECT_EQ(offered("softlaw ver"), "verify\n");
  EXPECT_EQ(offered("softlaw verify --sha"), "--shard\n");
  EXPECT_EQ(offered("softlaw verify --law bounds.ab"), "bounds.above-max\n");
  EXPECT_EQ(offered("softlaw verify --subject log-of-s"), "log-of-softmax\n");
  EXPECT_EQ(offered("softlaw verify --report sa"), "sarif=\n");
  EXPECT_EQ(offered("softlaw eval softmax_t"), "softmax_taylor softmax_temperature\n");
}

TEST(Ci, CompletionsAndTheManualPageAreWellFormed) {
  const auto fine = [](const std::string& line) {
    return WEXITSTATUS(std::system(
               ("cd '" + folder.string() + "' && " + line + " >tool.txt 2>&1").c_str())) == 0;
  };
  write("c.bash", call("completion bash").text);
  write("c.zsh", call("completion zsh").text);
  write("softlaw.1", call("man").text);
  EXPECT_TRUE(fine("bash -n c.bash")) << read("tool.txt");
  if (fine("command -v zsh")) {
    EXPECT_TRUE(fine("zsh -n c.zsh")) << read("tool.txt");
  }
  if (fine("command -v groff")) {
    EXPECT_TRUE(fine("groff -man -ww -Tutf8 softlaw.1 2>&1 >/dev/null | (! grep .)"))
        << read("tool.txt");
    EXPECT_TRUE(fine("groff -man -Tascii softlaw.1 | col -b | grep -q 'SUBJECT'"))
        << read("tool.txt");
  }
}

}  // namespace
}  // namespace softlaw::properties
