# SPDX-License-Identifier: Apache-2.0
# Packages by `cpack -G DEB`: softlaw is the command, libsoftlaw-dev all that others compile against.
set(CPACK_PACKAGE_NAME softlaw)
set(CPACK_PACKAGE_CONTACT "The softlaw maintainers <maintainers@softlaw.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Laws of the softmax family, checked")
set(CPACK_RESOURCE_FILE_LICENSE "${PROJECT_SOURCE_DIR}/LICENSE")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION math)

set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME softlaw)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_TOOLS_PACKAGE_SUGGESTS binutils)  # addr2line
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libsoftlaw-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_RECOMMENDS "libmpfr-dev, librapidcheck-dev, libgtest-dev")

include(CPack)
cpack_add_component_group(tools DISPLAY_NAME "The command softlaw")
cpack_add_component_group(development DISPLAY_NAME "The library, the reference and the laws")
cpack_add_component(command GROUP tools)
foreach(component library reference laws)
  cpack_add_component(${component} GROUP development)
endforeach()
