# SPDX-License-Identifier: Apache-2.0
#[[
Find Arb's ball arithmetic: a part of FLINT since version 3 (flint/arb.h in libflint), before that
a library of its own (arb.h in libarb, which Debian calls libflint-arb).
Makes the target Arb::Arb; ARB_HEADER is the name to include.
]]
find_package(MPFR QUIET)
find_path(ARB_INCLUDE_DIR NAMES flint/arb.h arb.h)
find_library(FLINT_LIBRARY flint)
if(ARB_INCLUDE_DIR AND EXISTS "${ARB_INCLUDE_DIR}/flint/arb.h")
  set(ARB_HEADER "flint/arb.h")
  set(ARB_LIBRARY "${FLINT_LIBRARY}")
else()
  set(ARB_HEADER "arb.h")
  find_library(ARB_LIBRARY NAMES flint-arb arb)
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Arb
  REQUIRED_VARS ARB_LIBRARY FLINT_LIBRARY ARB_INCLUDE_DIR MPFR_FOUND)

if(Arb_FOUND AND NOT TARGET Arb::Arb)
  add_library(Arb::Arb UNKNOWN IMPORTED)
  set_target_properties(Arb::Arb PROPERTIES
    IMPORTED_LOCATION "${ARB_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${ARB_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${FLINT_LIBRARY};MPFR::MPFR")
endif()
mark_as_advanced(ARB_INCLUDE_DIR ARB_LIBRARY FLINT_LIBRARY)
