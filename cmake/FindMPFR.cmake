# SPDX-License-Identifier: Apache-2.0
#[[
Find MPFR (and GMP, which it stands on) from headers and libraries alone.
Makes the target MPFR::MPFR and sets MPFR_FOUND and MPFR_VERSION.
]]
find_path(MPFR_INCLUDE_DIR mpfr.h)
find_path(GMP_INCLUDE_DIR gmp.h PATH_SUFFIXES ${CMAKE_LIBRARY_ARCHITECTURE})
find_library(MPFR_LIBRARY mpfr)
find_library(GMP_LIBRARY gmp)

if(MPFR_INCLUDE_DIR)
  file(STRINGS "${MPFR_INCLUDE_DIR}/mpfr.h" mpfr_version_line
    REGEX "^#define MPFR_VERSION_STRING \"[^\"]*\"")
  string(REGEX REPLACE ".*\"([0-9.]+).*" "\\1" MPFR_VERSION "${mpfr_version_line}")
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(MPFR
  REQUIRED_VARS MPFR_LIBRARY MPFR_INCLUDE_DIR GMP_LIBRARY GMP_INCLUDE_DIR
  VERSION_VAR MPFR_VERSION
  REASON_FAILURE_MESSAGE "install libmpfr-dev (Debian), mpfr-devel (Fedora) or mpfr (Homebrew)")

if(MPFR_FOUND AND NOT TARGET MPFR::MPFR)
  add_library(MPFR::MPFR UNKNOWN IMPORTED)
  set_target_properties(MPFR::MPFR PROPERTIES
    IMPORTED_LOCATION "${MPFR_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${MPFR_INCLUDE_DIR};${GMP_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${GMP_LIBRARY}")
endif()
mark_as_advanced(MPFR_INCLUDE_DIR GMP_INCLUDE_DIR MPFR_LIBRARY GMP_LIBRARY)
