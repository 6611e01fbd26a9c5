# SPDX-License-Identifier: Apache-2.0
# Makes OUTPUT, a C++ file, of the texts in FOLDER: cmake -DFOLDER=… -DOUTPUT=… -P corpus.cmake
file(GLOB files "${FOLDER}/*.txt")
set(all "// Made from the folder corpus by corpus.cmake.\n#include \"drift/texts.hpp\"\n\n")
string(APPEND all "namespace softlaw::properties::drift {\nnamespace {\n\n")
set(rows "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WE)
  file(READ "${file}" text)
  # compilers need not take a longer literal than 65535 characters: an array of characters has no such bound
  string(HEX "${text}" digits)
  string(REGEX REPLACE "(..)" "0x\\1," digits "${digits}")
  string(APPEND all "const char ${name}[] = {${digits}0};\n")
  string(APPEND rows "    {\"${name}\", ${name}},\n")
endforeach()
string(APPEND all "\nconst CorpusText rows[] = {\n${rows}};\n\n}  // namespace\n\n")
string(APPEND all "const std::span<const CorpusText> corpus_texts(rows);\n\n}  // namespace softlaw::properties::drift\n")
file(WRITE "${OUTPUT}" "${all}")
