# SPDX-License-Identifier: Apache-2.0
# The installed package: find_package(softlaw CONFIG) gives softlaw::softlaw, and softlaw::reference where MPFR
# is found; its components laws and gtest are for the tests of others.  Headers and libraries may be moved together to
# another prefix.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/softlaw")

# One export a component, so that the library can be found without MPFR.
function(softlaw_install target component include_folder)
  install(TARGETS ${target} EXPORT softlaw-${component})
  install(DIRECTORY "${include_folder}/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT softlaw-${component} NAMESPACE softlaw:: DESTINATION "${package_folder}")
endfunction()

softlaw_install(softlaw library lib/include)

# For pkg-config: the prefix is found from the place of the file itself, so that it may be moved.
set(pkgconfig_folder "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
file(RELATIVE_PATH from_pkgconfig "/prefix/${pkgconfig_folder}" "/prefix")
string(REGEX REPLACE "/$" "" from_pkgconfig "${from_pkgconfig}")
configure_file(cmake/softlaw.pc.in softlaw.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/softlaw.pc" DESTINATION "${pkgconfig_folder}")

if(TARGET softlaw_reference)
  softlaw_install(softlaw_reference reference reference/include)
  install(FILES cmake/FindMPFR.cmake DESTINATION "${package_folder}")
endif()
if(TARGET softlaw_laws)
  install(TARGETS softlaw_laws softlaw_laws_archive EXPORT softlaw-laws)
  install(EXPORT softlaw-laws NAMESPACE softlaw:: DESTINATION "${package_folder}")
  install(TARGETS softlaw_gtest EXPORT softlaw-gtest)
  install(EXPORT softlaw-gtest NAMESPACE softlaw:: DESTINATION "${package_folder}")
  install(DIRECTORY properties/include/softlaw DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
endif()
if(TARGET softlaw_command)
  set_target_properties(softlaw_command PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
  install(TARGETS softlaw_command)
  install(FILES properties/include/softlaw_subject.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
endif()

configure_package_config_file(cmake/softlawConfig.cmake.in softlawConfig.cmake INSTALL_DESTINATION "${package_folder}")
write_basic_package_version_file(softlawConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/softlawConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/softlawConfigVersion.cmake"
  DESTINATION "${package_folder}")
