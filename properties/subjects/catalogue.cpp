// SPDX-License-Identifier: Apache-2.0
#include "subjects/catalogue.hpp"

#include <dlfcn.h>

#include <algorithm>
#include <filesystem>

#include "contracts/contract.hpp"
#include "process/environment.hpp"
#include "subjects/libm.hpp"
#include "subjects/ordinary/subjects.hpp"
#include "subjects/reference_subject.hpp"
#include "subjects/table_subject.hpp"

namespace softlaw::properties {
namespace {

namespace fs = std::filesystem;

fs::path peers_folder() {
  std::error_code none;
  return fs::read_symlink("/proc/self/exe", none).parent_path() / "peers";
}

using GetSubject = const softlaw_subject* (*)();

SubjectPointer load(const std::string& path) {
  // a name without a slash would be searched for in the system's directories
  const std::string file = fs::absolute(path).string();
  const EnvironmentGuard environment;  // -ffast-math changes it while the object is loaded
  void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (!library) throw std::invalid_argument("cannot load the subject: " + std::string(dlerror()));
  const auto get = reinterpret_cast<GetSubject>(dlsym(library, "softlaw_subject_get"));
  if (!get) {
    throw std::invalid_argument("'" + path +
                                "' does not export softlaw_subject_get: see softlaw_subject.h");
  }
  const softlaw_subject* table = get();
  if (!table) throw std::invalid_argument("softlaw_subject_get of '" + path + "' returns null");
  std::string notice = environment.change();
  if (!notice.empty()) {
    notice = "loading it changed the process, which " + notice + "; it was judged without that";
  }
  return std::make_shared<TableSubject>(*table, std::move(notice));
}

SubjectPointer libm() {
  Tables tables;
  tables.for_each_format(fill_with_libm);
  return std::make_shared<TableSubject>("libm", Contract::read("4ulp"), tables);
}

}  // namespace

const std::vector<SubjectPointer>& built_in_subjects() {
  static const std::vector<SubjectPointer> subjects = [] {
    std::vector<SubjectPointer> all{
        std::make_shared<TableSubject>("softlaw", Contract::read(our_contract), our_tables()),
        std::make_shared<ReferenceSubject>(), libm()};
    for (SubjectPointer& each : ordinary_subjects()) all.push_back(std::move(each));
    return all;
  }();
  return subjects;
}

std::vector<std::string> built_peers() {
  std::vector<std::string> names;
  std::error_code none;
  for (const fs::directory_entry& entry : fs::directory_iterator(peers_folder(), none)) {
    const fs::path kind = entry.path().extension();
    if (kind == ".so" || kind == ".sh") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

std::optional<std::string> peer_command(const std::string& name) {
  const auto peers = built_peers();
  if (std::ranges::find(peers, name) == peers.end()) return std::nullopt;
  const fs::path script = peers_folder() / (name + ".sh");
  if (!fs::exists(script)) return std::nullopt;
  return "sh '" + script.string() + "'";
}

SubjectPointer find_subject(const std::string& name_or_path) {
  std::string names;
  for (const SubjectPointer& subject : built_in_subjects()) {
    if (subject->name() == name_or_path) return subject;
    names += (names.empty() ? "" : ", ") + subject->name();
  }
  for (const std::string& peer : built_peers()) {
    if (peer == name_or_path) return load(peers_folder() / (peer + ".so"));
    names += ", " + peer;
  }
  if (!fs::exists(name_or_path)) {
    throw std::invalid_argument("no subject '" + name_or_path + "': neither a file nor one of " +
                                names + " nor a fault");
  }
  return load(name_or_path);
}

}  // namespace softlaw::properties
