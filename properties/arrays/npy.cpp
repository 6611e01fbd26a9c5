// SPDX-License-Identifier: Apache-2.0
#include "arrays/npy.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace softlaw::properties {
namespace {

/// As many axes as NumPy allows.
constexpr std::size_t most_axes = 64;

[[noreturn]] void refuse(const std::string& complaint) { throw std::invalid_argument(complaint); }

std::size_t product(std::size_t a, std::size_t b) {
  if (b != 0 && a > std::numeric_limits<std::size_t>::max() / b) refuse("its shape is too large");
  return a * b;
}

/// Reads the dictionary of a header, which is a literal of Python.
class Literal {
 public:
  explicit Literal(std::string_view text) : rest_(text) {}

  void read(NpyHeader& header) {
    expect('{');
    bool type = false, order = false, shape = false;
    while (!take('}')) {
      const std::string key = word();
      expect(':');
      if (key == "descr" && !type) {
        read_type(header);
        type = true;
      } else if (key == "fortran_order" && !order) {
        header.fortran_order = boolean();
        order = true;
      } else if (key == "shape" && !shape) {
        header.shape = numbers();
        shape = true;
      } else {
        refuse("its header has an unexpected key");
      }
      if (!take(',') && !next_is('}')) malformed();
    }
    if (!type || !order || !shape) refuse("its header lacks descr, fortran_order or shape");
    skip_blanks();
    if (!rest_.empty()) malformed();
  }

 private:
  [[noreturn]] static void malformed() { refuse("its header cannot be read"); }

  void skip_blanks() {
    while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\n'))
      rest_.remove_prefix(1);
  }
  bool next_is(char c) {
    skip_blanks();
    return rest_.starts_with(c);
  }
  bool take(char c) {
    if (!next_is(c)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  void expect(char c) {
    if (!take(c)) malformed();
  }
  bool take(std::string_view text) {
    skip_blanks();
    if (!rest_.starts_with(text)) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  std::string word() {
    const char quote = take('\'') ? '\'' : '"';
    if (quote == '"') expect('"');
    const auto end = rest_.find(quote);
    if (end == std::string_view::npos) malformed();
    std::string text(rest_.substr(0, end));
    rest_.remove_prefix(end + 1);
    return text;
  }

  bool boolean() {
    if (take(std::string_view("True"))) return true;
    if (take(std::string_view("False"))) return false;
    malformed();
  }

  std::vector<std::size_t> numbers() {
    std::vector<std::size_t> all;
    expect('(');
    while (!take(')')) {
      skip_blanks();
      std::size_t number = 0;
      const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
      if (error == std::errc::result_out_of_range) refuse("its shape is too large");
      if (error != std::errc()) malformed();
      rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
      all.push_back(number);
      if (all.size() > most_axes) refuse("it has more than 64 axes");
      if (!take(',') && !next_is(')')) malformed();
    }
    return all;
  }

  void read_type(NpyHeader& header) {
    if (next_is('[')) refuse("it has records, not numbers");
    const std::string type = word();
    std::string_view text = type;
    if (text.empty() || std::string_view("<>|=").find(text.front()) == std::string_view::npos) {
      refuse("its type '" + type + "' is unknown");
    }
    header.big_endian = text.front() == '>';
    text.remove_prefix(1);
    header.kind = text.empty() ? '\0' : text.front();
    const std::string_view size = text.substr(text.empty() ? 0 : 1);
    const bool known = (size == "2" || size == "4" || size == "8" || size == "1") &&
                       std::string_view("fiuV").find(header.kind) != std::string_view::npos;
    if (!known) refuse("its type '" + type + "' is not one of floats or integers");
    header.item_size = static_cast<std::size_t>(size.front() - '0');
  }

  std::string_view rest_;
};

std::size_t little_endian(std::span<const std::byte> bytes) {
  std::size_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) {
    value = value << 8 | std::to_integer<std::size_t>(bytes[i]);
  }
  return value;
}

std::string type_name(const NpyHeader& header) {
  const std::string bits = std::to_string(8 * header.item_size);
  switch (header.kind) {
    case 'f':
      return "float" + bits;
    case 'i':
      return "int" + bits;
    case 'u':
      return "uint" + bits;
    default:
      return "void" + bits;
  }
}

}  // namespace

std::size_t NpyHeader::count() const {
  std::size_t all = 1;
  for (std::size_t length : shape) all = product(all, length);
  return all;
}

NpyHeader read_npy_header(std::span<const std::byte> start, std::uint64_t file_size) {
  constexpr std::string_view magic = "\x93NUMPY";
  constexpr std::size_t version_at = 6, length_at = 8;
  if (start.size() < length_at + 2 || std::memcmp(start.data(), magic.data(), magic.size()) != 0) {
    refuse("it is not a file of NumPy's format .npy");
  }
  const int version = std::to_integer<int>(start[version_at]);
  if (version < 1 || version > 3) {
    refuse("its version is " + std::to_string(version) + ", not one of 1 to 3");
  }
  const std::size_t width = version == 1 ? 2 : 4;
  if (start.size() < length_at + width) refuse("it ends within its header");
  const std::size_t length = little_endian(start.subspan(length_at, width));
  if (length > start.size() - length_at - width) refuse("it ends within its header");

  NpyHeader header;
  const char* text = reinterpret_cast<const char*>(start.data()) + length_at + width;
  Literal(std::string_view(text, length)).read(header);
  header.data_at = length_at + width + length;
  const std::size_t due = product(header.count(), header.item_size);
  const std::uint64_t there = file_size - header.data_at;
  if (there == due) return header;
  refuse(std::string("it is ") + (there < due ? "cut off" : "too long") + ": its shape asks for " +
         std::to_string(due) + " bytes, and it has " + std::to_string(there));
}

NpyFile::NpyFile(const std::string& path) : path_(path) {
  const auto fail = [&](const std::string& why) { refuse("cannot read '" + path + "': " + why); };
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (file < 0) fail(std::strerror(errno));
  struct stat about {};
  const bool regular = fstat(file, &about) == 0 && S_ISREG(about.st_mode);
  size_ = regular ? static_cast<std::size_t>(about.st_size) : 0;
  void* mapped = size_ > 0 ? mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
  close(file);
  if (!regular) fail("it is not a file");
  if (size_ == 0) fail("it is empty");
  if (mapped == MAP_FAILED) fail(std::strerror(errno));
  file_ = static_cast<const std::byte*>(mapped);
  try {
    header_ = read_npy_header({file_, size_}, size_);
  } catch (const std::invalid_argument& error) {
    munmap(const_cast<std::byte*>(file_), size_);
    fail(error.what());
  }
}

NpyFile::NpyFile(NpyFile&& other) noexcept
    : path_(std::move(other.path_)),
      header_(std::move(other.header_)),
      file_(std::exchange(other.file_, nullptr)),
      size_(other.size_) {}

NpyFile::~NpyFile() {
  if (file_) munmap(const_cast<std::byte*>(file_), size_);
}

std::string NpyFile::description() const {
  std::string lengths;
  for (std::size_t length : header_.shape) lengths += std::to_string(length) + ", ";
  if (header_.shape.size() > 1) lengths.resize(lengths.size() - 2);
  if (header_.shape.size() == 1) lengths.pop_back();
  return type_name(header_) + " (" + lengths + ")";
}

std::uint64_t NpyFile::bits(std::size_t place) const {
  const std::byte* element = file_ + header_.data_at + place * header_.item_size;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < header_.item_size; ++i) {
    const std::size_t at = header_.big_endian ? i : header_.item_size - 1 - i;
    bits = bits << 8 | std::to_integer<std::uint64_t>(element[at]);
  }
  return bits;
}

std::vector<std::size_t> NpyFile::strides() const {
  std::vector<std::size_t> steps(header_.shape.size());
  std::size_t step = 1;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::size_t axis = header_.fortran_order ? i : steps.size() - 1 - i;
    steps[axis] = step;
    step *= header_.shape[axis];
  }
  return steps;
}

}  // namespace softlaw::properties
