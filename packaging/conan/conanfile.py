# SPDX-License-Identifier: Apache-2.0
import os

from conan import ConanFile
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy


class Softlaw(ConanFile):
    name = "softlaw"
    version = "0.1.0"
    description = "Log-sum-exp, softmax and their relatives, correctly rounded"
    license = "Apache-2.0"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "reference": [True, False]}
    default_options = {"shared": False, "reference": False}

    def export_sources(self):
        tree = os.path.join(self.recipe_folder, "..", "..")
        for pattern in ("CMakeLists.txt", "LICENSE", "cmake/*", "lib/*", "reference/*", "properties/include/*"):
            copy(self, pattern, tree, self.export_sources_folder)

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        self.requires("highway/[>=1.0]")
        if self.options.reference:
            self.requires("mpfr/[>=4]", transitive_headers=True, transitive_libs=True)

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables.update({
            "SOFTLAW_BUILD_REFERENCE": bool(self.options.reference),
            "SOFTLAW_BUILD_PROPERTIES": False,
            "SOFTLAW_BUILD_TESTS": False,
            "SOFTLAW_INSTALL": True,
            "SOFTLAW_WERROR": False,
            "BUILD_SHARED_LIBS": bool(self.options.shared),
        })
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()

    def package_info(self):
        self.cpp_info.set_property("cmake_file_name", "softlaw")
        library = self.cpp_info.components["library"]
        library.libs = ["softlaw"]
        library.set_property("cmake_target_name", "softlaw::softlaw")
        library.set_property("pkg_config_name", "softlaw")
        library.requires = ["highway::highway"]
        if self.options.reference:
            reference = self.cpp_info.components["reference"]
            reference.libs = ["softlaw_reference"]
            reference.set_property("cmake_target_name", "softlaw::reference")
            reference.requires = ["mpfr::mpfr"]
