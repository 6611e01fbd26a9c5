// SPDX-License-Identifier: Apache-2.0
#include "arrays/npy.hpp"

#include <stdexcept>

#include "arrays/saved_calls.hpp"
#include "families/derivatives/functions.hpp"
#include "families/logsumexp/functions.hpp"
#include "families/loss/functions.hpp"
#include "families/pair/functions.hpp"
#include "families/softmax/functions.hpp"
#include "test/npy_file.hpp"

namespace softlaw::properties {
namespace {

NpyHeader read(const std::string& text) {
  return read_npy_header(std::as_bytes(std::span(text.data(), text.size())), text.size());
}

std::string complaint(const std::string& text) {
  try {
    read(text);
    return "none";
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
}

TEST(Npy, AHeaderIsRead) {
  const NpyHeader header = read(npy(dictionary(">f4", "(2, 3)", "True"), std::string(24, '\0')));
  EXPECT_EQ(header.kind, 'f');
  EXPECT_EQ(header.item_size, 4u);
  EXPECT_TRUE(header.big_endian);
  EXPECT_TRUE(header.fortran_order);
  EXPECT_EQ(header.shape, (std::vector<std::size_t>{2, 3}));
  EXPECT_EQ(read(doubles("()", {1})).count(), 1u);
  EXPECT_EQ(read(doubles("(1,)", {1})).count(), 1u);
  EXPECT_EQ(read(doubles("(0, 5)", {})).count(), 0u);
}

TEST(Npy, WhatIsWrongIsSaid) {
  EXPECT_EQ(complaint(""), "it is not a file of NumPy's format .npy");
  EXPECT_EQ(complaint("PK\x03\x04 an archive"), "it is not a file of NumPy's format .npy");
  EXPECT_EQ(complaint("\x93NUMPY\x04\x01\x10\x10"), "its version is 4, not one of 1 to 3");
  EXPECT_EQ(complaint(doubles("(3,)", {1, 2})),
            "it is cut off: its shape asks for 24 bytes, and it has 16");
  EXPECT_EQ(complaint(doubles("(1,)", {1, 2})),
            "it is too long: its shape asks for 8 bytes, and it has 16");
  const std::string whole = doubles("(2,)", {1, 2});
  EXPECT_EQ(complaint(whole.substr(0, 20)), "it ends within its header");
  const auto with = [](const std::string& text) { return complaint(npy(text, "")); };
  EXPECT_EQ(with("{'descr': '<f8'}"), "its header lacks descr, fortran_order or shape");
  EXPECT_EQ(with("{'descr': [('a', '<f8')]}"), "it has records, not numbers");
  EXPECT_EQ(with(dictionary("<c16", "(0,)")), "its type '<c16' is not one of floats or integers");
  EXPECT_EQ(with(dictionary("f8", "(0,)")), "its type 'f8' is unknown");
  EXPECT_EQ(with(dictionary("|O", "(0,)")), "its type '|O' is not one of floats or integers");
  EXPECT_EQ(with("__import__('os')"), "its header cannot be read");
  EXPECT_EQ(with("{'descr': '<f8', 'shape': (1,), 'colour': 3}"),
            "its header has an unexpected key");
  for (const char* shape : {"(18446744073709551615, 2)", "(4294967296, 4294967296)",
                            "(99999999999999999999,)", "(2305843009213693952,)"}) {
    EXPECT_EQ(with(dictionary("<f8", shape)), "its shape is too large") << shape;
  }
  for (const char* shape : {"(-1,)", "(1.5,)", "(1,", "3", "(,)", "(1 2)"}) {
    EXPECT_EQ(with(dictionary("<f8", shape)), "its header cannot be read") << shape;
  }
}

/// No beginning and no single byte that is another makes the reader do worse than refuse.
TEST(Npy, AnyBytesAreSafe) {
  const std::string whole = doubles("(2, 3)", {1, 2, 3, 4, 5, 6});
  for (std::size_t n = 0; n < whole.size(); ++n) EXPECT_NE(complaint(whole.substr(0, n)), "none");
  for (std::size_t i = 0; i < whole.size(); ++i) {
    for (int byte = 0; byte < 256; ++byte) {
      std::string other = whole;
      other[i] = static_cast<char>(byte);
      complaint(other);
    }
  }
}

TEST(Npy, AFileIsNamed) {
  const auto open = [](const std::string& path) { NpyFile file(path); };
  for (const std::string& path :
       {std::string("/no/such/file.npy"), std::string("/dev/null"), testing::TempDir(),
        in_file("empty.npy", ""), in_file("text.npy", "softmax")}) {
    try {
      open(path);
      FAIL() << path;
    } catch (const std::invalid_argument& error) {
      EXPECT_EQ(std::string(error.what()).find("cannot read '" + path + "': "), 0u) << error.what();
    }
  }
}

NpyFile file(const std::string& name, const std::string& text) {
  return NpyFile(in_file(name, text));
}

std::vector<SavedArgument> arguments(NpyFile x) {
  std::vector<SavedArgument> all;
  all.emplace_back(std::move(x));
  return all;
}

TEST(SavedCalls, LinesAlongAnAxisAreCalls) {
  const std::vector<double> numbers{1, 2, 3, 4, 5, 6};
  const auto calls = [&](std::ptrdiff_t axis) {
    return SavedCalls(softmax, arguments(file("x.npy", doubles("(2, 3)", numbers))),
                      file("y.npy", doubles("(2, 3)", numbers)), axis, std::nullopt);
  };
  for (const std::ptrdiff_t axis : {-1, 1}) {
    EXPECT_EQ(calls(axis).count(), 2u);
    EXPECT_EQ(calls(axis).arguments(1), (Arguments{Vector{4, 5, 6}}));
    EXPECT_EQ(calls(axis).results(0), (std::vector<double>{1, 2, 3}));
  }
  EXPECT_EQ(calls(0).count(), 3u);
  EXPECT_EQ(calls(-2).arguments(2), (Arguments{Vector{3, 6}}));
  EXPECT_THROW(calls(2), std::invalid_argument);
}

TEST(SavedCalls, TheOrderOfAFileDoesNotMatter) {
  const std::vector<float> columns{1, 4, 2, 5, 3, 6};
  const SavedCalls calls(
      logsumexp,
      arguments(file("x.npy", npy(dictionary("<f4", "(2, 3)", "True"), bytes_of(columns)))),
      file("y.npy", npy(dictionary("<f4", "(2,)"), bytes_of<float>({7, 8}))), -1, std::nullopt);
  EXPECT_EQ(calls.format(), Format::binary32);
  EXPECT_EQ(calls.arguments(1), (Arguments{Vector{4, 5, 6}}));
  EXPECT_EQ(calls.results(1), std::vector{8.0});
}

TEST(SavedCalls, KeptAxesAndMatricesOfResults) {
  const std::vector<double> six{1, 2, 3, 4, 5, 6};
  const SavedCalls kept(logsumexp, arguments(file("x.npy", doubles("(2, 3)", six))),
                        file("y.npy", doubles("(2, 1)", {7, 8})), -1, std::nullopt);
  EXPECT_EQ(kept.results(1), std::vector{8.0});
  const SavedCalls matrix(logsumexp_hessian, arguments(file("x.npy", doubles("(1, 2)", {0, 0}))),
                          file("y.npy", doubles("(1, 2, 2)", {1, 2, 3, 4})), -1, std::nullopt);
  EXPECT_EQ(matrix.results(0), (std::vector<double>{1, 2, 3, 4}));
}

TEST(SavedCalls, NumbersAndIntegers) {
  std::vector<SavedArgument> one = arguments(file("o.npy", doubles("(2, 2)", {1, 2, 3, 4})));
  one.emplace_back(file("label.npy", npy(dictionary("<i4", "(2,)"), bytes_of<int>({0, 1}))));
  const SavedCalls labels(cross_entropy_label, std::move(one),
                          file("y.npy", doubles("(2,)", {5, 6})), -1, std::nullopt);
  EXPECT_EQ(labels.arguments(1), (Arguments{Vector{3, 4}, std::int64_t{1}}));
  EXPECT_TRUE(labels.is_legal(1));

  std::vector<SavedArgument> two = arguments(file("a.npy", doubles("(2,)", {1, 2})));
  two.emplace_back(std::string("0.5"));
  const SavedCalls pairs(logaddexp, std::move(two), file("y.npy", doubles("(2,)", {5, 6})), -1,
                         std::nullopt);
  EXPECT_EQ(pairs.arguments(1), (Arguments{2.0, 0.5}));
}

TEST(SavedCalls, SixteenBitsNeedTheirFormat) {
  const std::string bits = npy(dictionary("<u2", "(1,)"), bytes_of<std::uint16_t>({0x3f80}));
  const auto calls = [&](std::optional<Format> format) {
    return SavedCalls(softplus, arguments(file("x.npy", bits)), file("y.npy", bits), -1, format);
  };
  EXPECT_THROW(calls(std::nullopt), std::invalid_argument);
  EXPECT_THROW(calls(Format::binary32), std::invalid_argument);
  constexpr Format brain{"bfloat16", 8, -126, 127};
  EXPECT_EQ(calls(brain).arguments(0), Arguments{1.0});
}

TEST(SavedCalls, WhatDoesNotFitIsRefused) {
  const std::string two = doubles("(2,)", {1, 2}), one = doubles("(1,)", {1});
  const auto refuses = [&](const FunctionItem& function, const std::string& x,
                           const std::string& y) {
    EXPECT_THROW(
        SavedCalls(function, arguments(file("x.npy", x)), file("y.npy", y), -1, std::nullopt),
        std::invalid_argument)
        << function.name;
  };
  refuses(softmax, two, one);
  refuses(softmax, doubles("()", {1}), doubles("()", {1}));
  refuses(logaddexp, two, two);
  refuses(softmax, two, npy(dictionary("<f4", "(2,)"), bytes_of<float>({1, 2})));
  refuses(softmax, doubles("(0, 2)", {}), doubles("(0, 2)", {}));
  refuses(logsumexp, two, two);
}

}  // namespace
}  // namespace softlaw::properties
