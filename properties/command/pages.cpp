// SPDX-License-Identifier: Apache-2.0
#include "command/options.hpp"
#include "pages/site/site.hpp"

namespace softlaw::properties {
namespace {

const Option output_option{
    .name = "--output", .takes = "FOLDER", .help = "The folder to write to", .preset = "pages"};
const Option cases_option{.name = "--cases",
                          .takes = "NUMBER",
                          .help = "Number of cases per law",
                          .preset = "100",
                          .check = whole_number_up_to(1'000'000)};

int make_pages(const Given& given) {
  write_site(given.text(output_option), given.whole(cases_option));
  return ExitCode::holds;
}

const Verb& pages_verb =
    verb({.id = "pages",
          .summary = "Write the generated parts of the documentation: evidence, lists, faults",
          .options = {output_option, cases_option},
          .run = make_pages,
          .hidden = true});

}  // namespace
}  // namespace softlaw::properties
