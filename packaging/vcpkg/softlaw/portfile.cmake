# SPDX-License-Identifier: Apache-2.0
# An overlay port of this tree: no archive, no hash.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
vcpkg_check_features(OUT_FEATURE_OPTIONS options FEATURES reference SOFTLAW_BUILD_REFERENCE)
vcpkg_cmake_configure(SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS ${options} -DSOFTLAW_BUILD_PROPERTIES=OFF -DSOFTLAW_BUILD_TESTS=OFF -DSOFTLAW_INSTALL=ON -DSOFTLAW_WERROR=OFF)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/softlaw)
vcpkg_fixup_pkgconfig()
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
