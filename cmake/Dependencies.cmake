# SPDX-License-Identifier: Apache-2.0
# softlaw_need(NAME): make the targets of a third-party package available.  An installed package comes
# first; with SOFTLAW_FETCH a missing one is fetched by exact commit.  MPFR is never fetched: it stands on
# GMP and belongs to the system (FindMPFR.cmake).
include(FetchContent)

option(SOFTLAW_FETCH "Fetch missing dependencies from the network, by exact commit" OFF)

#       package               repository           commit                                    Debian package
set(softlaw_pin_GTest         google/googletest    58d77fa8070e8cec2dc1ed015d66b454c8d78850  libgtest-dev)          # 1.12.1
set(softlaw_pin_rapidcheck    emil-e/rapidcheck    ff6af6fc683159deb51c543b065eba14dfcf329b  librapidcheck-dev)
set(softlaw_pin_CLI11         CLIUtils/CLI11       291c58789c031208f08f4f261a858b5b7083e8e2  libcli11-dev)          # 2.3.2
set(softlaw_pin_tomlplusplus  marzer/tomlplusplus  c635f218c0aefc801d9748841930365e54fe3089  libtomlplusplus-dev)   # 3.3.0
set(softlaw_pin_nlohmann_json nlohmann/json        bc889afb4c5bf1c0d8ee29ef35eaaf4c8bef8a5d  nlohmann-json3-dev)    # 3.11.2

function(softlaw_need name)
  list(GET softlaw_pin_${name} 0 repository)
  list(GET softlaw_pin_${name} 1 commit)
  list(GET softlaw_pin_${name} 2 package)
  if(SOFTLAW_FETCH)
    set(BUILD_GMOCK OFF)
    set(INSTALL_GTEST OFF)
    FetchContent_Declare(${name} GIT_REPOSITORY "https://github.com/${repository}.git" GIT_TAG ${commit}
      SYSTEM FIND_PACKAGE_ARGS)
    FetchContent_MakeAvailable(${name})
    return()
  endif()
  find_package(${name} QUIET)
  if(NOT ${name}_FOUND)
    message(FATAL_ERROR "${name} is missing.  Install it (Debian: apt-get install ${package}), "
      "or let -DSOFTLAW_FETCH=ON fetch it from github.com/${repository}.")
  endif()
endfunction()
