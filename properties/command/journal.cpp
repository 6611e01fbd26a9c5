// SPDX-License-Identifier: Apache-2.0
#include "command/journal.hpp"

#include <array>
#include <nlohmann/json.hpp>

namespace softlaw::properties {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

Journal::Journal(std::filesystem::path file, const Json& key) : file_(std::move(file)) {
  read(line_of(key));
  // written anew, since the end of a killed run's last line may be missing
  const std::filesystem::path part = file_.string() + ".part";
  {
    std::ofstream out(part);
    out << line_of(key);
    for (const auto& [id, evidence] : judged_) out << line_of(evidence);
    if (!out.flush()) throw std::runtime_error("cannot write '" + part.string() + "'");
  }
  std::filesystem::rename(part, file_);
  out_.open(file_, std::ios::app);
}

void Journal::read(const std::string& key) {
  std::ifstream in(file_);
  std::string line;
  if (!std::getline(in, line) || line + "\n" != key) return;
  while (std::getline(in, line) && !in.eof()) {  // a line without its end is not whole
    Evidence evidence = read_evidence(Json::parse(line));
    judged_.insert_or_assign(evidence.id, evidence);
  }
}

void Journal::add(const Evidence& evidence) {
  out_ << line_of(evidence) << std::flush;
  if (!out_) throw std::runtime_error("cannot write '" + file_.string() + "'");
}

void Journal::remove() {
  out_.close();
  std::filesystem::remove(file_);
}

std::uint64_t content_hash(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::uint64_t hash = 0xcbf29ce484222325;  // FNV-1a
  std::array<char, 1 << 16> buffer{};
  if (!in) return 0;
  while (in.read(buffer.data(), buffer.size()), in.gcount() > 0) {
    for (std::streamsize i = 0; i < in.gcount(); ++i) {
      hash =
          (hash ^ static_cast<unsigned char>(buffer[static_cast<std::size_t>(i)])) * 0x100000001b3;
    }
  }
  return hash;
}

}  // namespace softlaw::properties
