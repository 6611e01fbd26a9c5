# SPDX-License-Identifier: Apache-2.0
# The installed package: find_package(softlaw CONFIG) gives softlaw::softlaw, and softlaw::reference where MPFR
# is found; its components laws and gtest are for the tests of others.  Headers and libraries may be moved together to
# another prefix.  Parts for cmake --install --component: library, reference, laws, command.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)
set(package_folder "${CMAKE_INSTALL_LIBDIR}/cmake/softlaw")

# One export a component, so that the library can be found without MPFR.
function(softlaw_install target component include_folder)
  install(TARGETS ${target} EXPORT softlaw-${component} COMPONENT ${component})
  install(DIRECTORY "${include_folder}/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT ${component})
  install(EXPORT softlaw-${component} NAMESPACE softlaw:: DESTINATION "${package_folder}" COMPONENT ${component})
endfunction()

softlaw_install(softlaw library lib/include)

# For pkg-config: the prefix is found from the place of the file itself, so that it may be moved.
set(pkgconfig_folder "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
file(RELATIVE_PATH from_pkgconfig "/prefix/${pkgconfig_folder}" "/prefix")
string(REGEX REPLACE "/$" "" from_pkgconfig "${from_pkgconfig}")
configure_file(cmake/softlaw.pc.in softlaw.pc @ONLY)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/softlaw.pc" DESTINATION "${pkgconfig_folder}" COMPONENT library)

if(TARGET softlaw_reference)
  softlaw_install(softlaw_reference reference reference/include)
  install(FILES cmake/FindMPFR.cmake DESTINATION "${package_folder}" COMPONENT reference)
endif()
if(TARGET softlaw_laws)
  install(TARGETS softlaw_laws softlaw_laws_archive EXPORT softlaw-laws COMPONENT laws)
  install(EXPORT softlaw-laws NAMESPACE softlaw:: DESTINATION "${package_folder}" COMPONENT laws)
  install(TARGETS softlaw_gtest EXPORT softlaw-gtest COMPONENT laws)
  install(EXPORT softlaw-gtest NAMESPACE softlaw:: DESTINATION "${package_folder}" COMPONENT laws)
  install(DIRECTORY properties/include/softlaw DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT laws)
endif()
if(TARGET softlaw_command)
  set_target_properties(softlaw_command PROPERTIES INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}")
  install(TARGETS softlaw_command COMPONENT command)
  install(FILES properties/include/softlaw_subject.h DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT command)
  # The manual page and the completions are what the command prints.
  function(softlaw_install_printed folder name)
    install(CODE "
      set(folder \"\$ENV{DESTDIR}\${CMAKE_INSTALL_PREFIX}/${folder}\")
      file(MAKE_DIRECTORY \"\${folder}\")
      message(STATUS \"Installing: \${folder}/${name}\")
      execute_process(COMMAND \"$<TARGET_FILE:softlaw_command>\" ${ARGN} OUTPUT_FILE \"\${folder}/${name}\"
        COMMAND_ERROR_IS_FATAL ANY)" COMPONENT command)
  endfunction()
  softlaw_install_printed("${CMAKE_INSTALL_MANDIR}/man1" softlaw.1 man)
  softlaw_install_printed("${CMAKE_INSTALL_DATADIR}/bash-completion/completions" softlaw completion bash)
  softlaw_install_printed("${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" _softlaw completion zsh)
endif()

configure_package_config_file(cmake/softlawConfig.cmake.in softlawConfig.cmake INSTALL_DESTINATION "${package_folder}")
write_basic_package_version_file(softlawConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/softlawConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/softlawConfigVersion.cmake"
  DESTINATION "${package_folder}" COMPONENT library)

include("${CMAKE_CURRENT_LIST_DIR}/Package.cmake")
